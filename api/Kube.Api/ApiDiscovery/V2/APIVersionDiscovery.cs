namespace Kube.Api.ApiDiscovery.V2;

public sealed class APIVersionDiscovery
{
    [Required]
    public string? Version { get; set; }

    [ListMap("resource")]
    public List<APIResourceDiscovery>? Resources { get; set; }

    public string? Freshness { get; set; }
}
