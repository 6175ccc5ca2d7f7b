using Kube.Api.Core.V1;

namespace Kube.Kubelet.Node;

/// <summary>The machine the kubelet runs on.</summary>
internal sealed class HostMachine(string rootDirectory) : IMachine
{
    public NodeSystemInfo System() => new()
    {
        MachineID = ProcFile.Text("/etc/machine-id"),
        SystemUUID = ProcFile.Text("/sys/class/dmi/id/product_uuid"),
        BootID = ProcFile.Text("/proc/sys/kernel/random/boot_id"),
        KernelVersion = ProcFile.Text("/proc/sys/kernel/osrelease"),
        OsImage = ProcFile.OsName(),
        KubeletVersion = NodeSettings.Version,
        KubeProxyVersion = "",
        OperatingSystem = "linux",
        Architecture = NodeSettings.Architecture,
    };

    public NodePressure Pressure() => NodePressure.Read(rootDirectory);
}
