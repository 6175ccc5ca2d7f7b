namespace Kube.Api.Rbac.V1;

/// <summary>A role that is given.</summary>
[MapAtomic]
public sealed class RoleRef
{
    /// <summary>Its API group, <c>rbac.authorization.k8s.io</c>.</summary>
    [ProtoField(1)]
    public string? ApiGroup { get; set; }

    /// <summary>Role or ClusterRole.</summary>
    [Required, ProtoField(2)]
    public string? Kind { get; set; }

    /// <summary>Its name.</summary>
    [Required, ProtoField(3)]
    public string? Name { get; set; }
}
