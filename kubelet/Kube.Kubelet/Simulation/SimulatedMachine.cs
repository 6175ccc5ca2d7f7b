using Kube.Api.Core.V1;
using Kube.Kubelet.Node;

namespace Kube.Kubelet.Simulation;

/// <summary>A machine that never runs short of anything.</summary>
internal sealed class SimulatedMachine(string name) : IMachine
{
    private static readonly NodePressure s_none = new(false, false, false);

    public NodeSystemInfo System() => new()
    {
        MachineID = name,
        SystemUUID = name,
        BootID = name,
        KernelVersion = "simulated",
        OsImage = "simulated",
        KubeletVersion = NodeSettings.Version,
        KubeProxyVersion = "",
        OperatingSystem = "linux",
        Architecture = NodeSettings.Architecture,
    };

    public NodePressure Pressure() => s_none;
}
