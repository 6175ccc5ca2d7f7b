namespace Kube.Api.Core.V1;

public sealed class PodIP
{
    [Required]
    public string? Ip { get; set; }
}
