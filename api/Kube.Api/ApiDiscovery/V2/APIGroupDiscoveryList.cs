using Kube.Api.Meta.V1;

namespace Kube.Api.ApiDiscovery.V2;

public sealed class APIGroupDiscoveryList
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public ListMeta? Metadata { get; set; }

    [Required, ProtoField(2)]
    public List<APIGroupDiscovery>? Items { get; set; }
}
