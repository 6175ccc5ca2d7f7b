namespace Kube.ApiServer.Authorization;

/// <summary>How it is decided who may do what.</summary>
public enum AuthorizationMode
{
    /// <summary>Whoever proved who they are may do everything.</summary>
    AlwaysAllow,

    /// <summary>Roles and bindings decide.</summary>
    Rbac,
}
