namespace Kube.Api.Rbac.V1;

/// <summary>What a binding may give.</summary>
public static class RoleKind
{
    /// <summary>A role of the binding's own namespace.</summary>
    public const string Role = "Role";

    /// <summary>A role of the cluster.</summary>
    public const string ClusterRole = "ClusterRole";
}
