using Kube.Api.Core.V1;

namespace Kube.Kubelet.Node;

/// <summary>The machine a node is.</summary>
internal interface IMachine
{
    /// <summary>What kind of machine; the container runtime aside.</summary>
    NodeSystemInfo System();

    /// <summary>What it runs short of.</summary>
    NodePressure Pressure();
}
