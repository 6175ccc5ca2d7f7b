namespace Kube.Api.Core.V1;

public sealed class PortStatus
{
    [Required]
    public int? Port { get; set; }

    [Required]
    public string? Protocol { get; set; }

    public string? Error { get; set; }
}
