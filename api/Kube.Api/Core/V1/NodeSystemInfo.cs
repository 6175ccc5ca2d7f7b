namespace Kube.Api.Core.V1;

/// <summary>Versions and ids of a node.</summary>
public sealed class NodeSystemInfo
{
    /// <summary>Id of the operating system's installation.</summary>
    [Required, ProtoField(1)]
    public string? MachineID { get; set; }

    /// <summary>Id of the hardware.</summary>
    [Required, ProtoField(2)]
    public string? SystemUUID { get; set; }

    /// <summary>Id that changes with every boot.</summary>
    [Required, ProtoField(3)]
    public string? BootID { get; set; }

    /// <summary>Kernel.</summary>
    [Required, ProtoField(4)]
    public string? KernelVersion { get; set; }

    /// <summary>Operating system, for people.</summary>
    [Required, ProtoField(5)]
    public string? OsImage { get; set; }

    /// <summary>Container runtime, as name://version.</summary>
    [Required, ProtoField(6)]
    public string? ContainerRuntimeVersion { get; set; }

    /// <summary>Version of the kubelet.</summary>
    [Required, ProtoField(7)]
    public string? KubeletVersion { get; set; }

    /// <summary>No longer used; empty or the kubelet's version.</summary>
    [Required, ProtoField(8)]
    public string? KubeProxyVersion { get; set; }

    /// <summary>linux or windows.</summary>
    [Required, ProtoField(9)]
    public string? OperatingSystem { get; set; }

    /// <summary>Processor, as Go names it: amd64, arm64.</summary>
    [Required, ProtoField(10)]
    public string? Architecture { get; set; }

    /// <summary>Its swap space.</summary>
    [ProtoField(11, IsPointer = true)]
    public NodeSwapStatus? Swap { get; set; }
}
