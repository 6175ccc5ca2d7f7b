namespace Kube.Api.Core.V1;

public sealed class HostAlias
{
    [Required]
    public string? Ip { get; set; }

    public List<string>? Hostnames { get; set; }
}
