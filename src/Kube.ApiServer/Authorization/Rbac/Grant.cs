using Kube.Api.Rbac.V1;

namespace Kube.ApiServer.Authorization.Rbac;

/// <summary>A role given to one subject by one binding.</summary>
/// <param name="Binding">The binding as reasons name it: <c>ClusterRoleBinding "x"</c>.</param>
/// <param name="Subject">The subject as reasons name it: <c>User "y"</c>.</param>
/// <param name="Role">What is given.</param>
/// <param name="Namespace">Namespace of the binding; empty for the whole cluster.</param>
internal sealed record Grant(string Binding, string Subject, RoleRef Role, string Namespace)
{
    /// <summary>Why a rule of this grant allows something.</summary>
    public string Reason => $"RBAC: allowed by {Binding} of {Role.Kind} \"{Role.Name}\" to {Subject}";
}
