namespace Kube.Api.Core.V1;

public sealed class NodeSystemInfo
{
    [Required]
    public string? MachineID { get; set; }

    [Required]
    public string? SystemUUID { get; set; }

    [Required]
    public string? BootID { get; set; }

    [Required]
    public string? KernelVersion { get; set; }

    [Required]
    public string? OsImage { get; set; }

    [Required]
    public string? ContainerRuntimeVersion { get; set; }

    [Required]
    public string? KubeletVersion { get; set; }

    [Required]
    public string? KubeProxyVersion { get; set; }

    [Required]
    public string? OperatingSystem { get; set; }

    [Required]
    public string? Architecture { get; set; }

    public NodeSwapStatus? Swap { get; set; }
}
