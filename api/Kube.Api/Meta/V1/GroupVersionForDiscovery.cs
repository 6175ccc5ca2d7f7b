namespace Kube.Api.Meta.V1;

public sealed class GroupVersionForDiscovery
{
    [Required, ProtoField(1)]
    public string? GroupVersion { get; set; }

    [Required, ProtoField(2)]
    public string? Version { get; set; }
}
