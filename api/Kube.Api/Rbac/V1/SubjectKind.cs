namespace Kube.Api.Rbac.V1;

/// <summary>Who may be given a role.</summary>
public static class SubjectKind
{
    /// <summary>A user by name.</summary>
    public const string User = "User";

    /// <summary>Everybody in a group.</summary>
    public const string Group = "Group";

    /// <summary>A service account.</summary>
    public const string ServiceAccount = "ServiceAccount";
}
