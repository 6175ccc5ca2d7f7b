using Kube.Api.Meta.V1;

namespace Kube.Api.ApiDiscovery.V2;

/// <summary>All groups of the API with all their resources, in one answer.</summary>
public sealed class APIGroupDiscoveryList
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>List metadata.</summary>
    [ProtoField(1)]
    public ListMeta? Metadata { get; set; }

    /// <summary>The groups.</summary>
    [Required, ProtoField(2)]
    public List<APIGroupDiscovery>? Items { get; set; }
}
