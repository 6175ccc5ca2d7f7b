namespace Kube.Api.ApiDiscovery.V2;

public sealed class APIVersionDiscovery
{
    [Required, ProtoField(1)]
    public string? Version { get; set; }

    [ListMap("resource"), ProtoField(2)]
    public List<APIResourceDiscovery>? Resources { get; set; }

    [ProtoField(3)]
    public string? Freshness { get; set; }
}
