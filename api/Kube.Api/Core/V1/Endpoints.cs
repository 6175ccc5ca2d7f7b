using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>The addresses behind a Service. EndpointSlices carry the same in smaller parts.</summary>
public sealed class Endpoints : IResource<Endpoints>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "Endpoints", "endpoints", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>Groups of addresses that have the same ports.</summary>
    [ProtoField(2)]
    public List<EndpointSubset>? Subsets { get; set; }
}
