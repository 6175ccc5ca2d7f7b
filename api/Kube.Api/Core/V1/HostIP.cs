namespace Kube.Api.Core.V1;

public sealed class HostIP
{
    [Required]
    public string? Ip { get; set; }
}
