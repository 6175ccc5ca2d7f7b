using Kube.Api.Meta.V1;

namespace Kube.Api.Coordination.V1;

public sealed class Lease : IResource<Lease>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("coordination.k8s.io", "v1", "Lease", "leases", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [ProtoField(2)]
    public LeaseSpec? Spec { get; set; }
}
