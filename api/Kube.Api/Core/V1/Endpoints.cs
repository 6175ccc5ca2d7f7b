using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class Endpoints : IResource<Endpoints>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "Endpoints", "endpoints", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [ProtoField(2)]
    public List<EndpointSubset>? Subsets { get; set; }
}
