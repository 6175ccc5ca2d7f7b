using Kube.Api.Meta.V1;

namespace Kube.Api.Rbac.V1;

/// <summary>A set of permissions, for the whole cluster or for any namespace it is bound in.</summary>
public sealed class ClusterRole : IResource<ClusterRole>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>What is permitted.</summary>
    [ProtoField(2)]
    public List<PolicyRule>? Rules { get; set; }

    /// <summary>Collects the rules from other ClusterRoles; what <c>rules</c> says is then overwritten.</summary>
    [ProtoField(3, IsPointer = true)]
    public AggregationRule? AggregationRule { get; set; }
}
