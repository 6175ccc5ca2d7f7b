using Kube.Api.Meta.V1;

namespace Kube.Api.Rbac.V1;

/// <summary>Gives a Role of its namespace, or a ClusterRole, to users, groups and service accounts: in its namespace only.</summary>
public sealed class RoleBinding : IResource<RoleBinding>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("rbac.authorization.k8s.io", "v1", "RoleBinding", "rolebindings", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>Who gets it.</summary>
    [ProtoField(2)]
    public List<Subject>? Subjects { get; set; }

    /// <summary>What they get; does not change.</summary>
    [Required, ProtoField(3)]
    public RoleRef? RoleRef { get; set; }
}
