using Kube.Api.Meta.V1;

namespace Kube.Api.Coordination.V1;

/// <summary>A claim that must be renewed: who leads, or that a node is alive.</summary>
public sealed class Lease : IResource<Lease>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("coordination.k8s.io", "v1", "Lease", "leases", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The claim.</summary>
    [ProtoField(2)]
    public LeaseSpec? Spec { get; set; }
}
