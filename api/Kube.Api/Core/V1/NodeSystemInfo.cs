namespace Kube.Api.Core.V1;

public sealed class NodeSystemInfo
{
    [Required, ProtoField(1)]
    public string? MachineID { get; set; }

    [Required, ProtoField(2)]
    public string? SystemUUID { get; set; }

    [Required, ProtoField(3)]
    public string? BootID { get; set; }

    [Required, ProtoField(4)]
    public string? KernelVersion { get; set; }

    [Required, ProtoField(5)]
    public string? OsImage { get; set; }

    [Required, ProtoField(6)]
    public string? ContainerRuntimeVersion { get; set; }

    [Required, ProtoField(7)]
    public string? KubeletVersion { get; set; }

    [Required, ProtoField(8)]
    public string? KubeProxyVersion { get; set; }

    [Required, ProtoField(9)]
    public string? OperatingSystem { get; set; }

    [Required, ProtoField(10)]
    public string? Architecture { get; set; }

    [ProtoField(11, IsPointer = true)]
    public NodeSwapStatus? Swap { get; set; }
}
