using Kube.Api.Meta.V1;

namespace Kube.Api.ApiDiscovery.V2;

public sealed class APIGroupDiscoveryList
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    public ListMeta? Metadata { get; set; }

    [Required]
    public List<APIGroupDiscovery>? Items { get; set; }
}
