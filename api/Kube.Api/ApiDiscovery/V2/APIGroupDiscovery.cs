using Kube.Api.Meta.V1;

namespace Kube.Api.ApiDiscovery.V2;

/// <summary>A group of the API with all its resources.</summary>
public sealed class APIGroupDiscovery : IKubeObject
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>Its versions, the preferred one first.</summary>
    [ListMap("version"), ProtoField(2)]
    public List<APIVersionDiscovery>? Versions { get; set; }
}
