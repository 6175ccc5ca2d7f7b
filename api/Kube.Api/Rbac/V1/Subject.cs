namespace Kube.Api.Rbac.V1;

/// <summary>Somebody who is given a role.</summary>
[MapAtomic]
public sealed class Subject
{
    /// <summary>User, Group or ServiceAccount.</summary>
    [Required, ProtoField(1)]
    public string? Kind { get; set; }

    /// <summary>The kind's API group: the core group for service accounts, <c>rbac.authorization.k8s.io</c> for users and groups.</summary>
    [ProtoField(2)]
    public string? ApiGroup { get; set; }

    /// <summary>The name of the user, group or service account.</summary>
    [Required, ProtoField(3)]
    public string? Name { get; set; }

    /// <summary>The service account's namespace; absent for users and groups.</summary>
    [ProtoField(4)]
    public string? Namespace { get; set; }
}
