namespace Kube.Api.Core.V1;

public sealed class HostAlias
{
    [Required, ProtoField(1)]
    public string? Ip { get; set; }

    [ProtoField(2)]
    public List<string>? Hostnames { get; set; }
}
