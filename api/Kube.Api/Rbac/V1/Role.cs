using Kube.Api.Meta.V1;

namespace Kube.Api.Rbac.V1;

/// <summary>A set of permissions in one namespace.</summary>
public sealed class Role : IResource<Role>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("rbac.authorization.k8s.io", "v1", "Role", "roles", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>What is permitted.</summary>
    [ProtoField(2)]
    public List<PolicyRule>? Rules { get; set; }
}
