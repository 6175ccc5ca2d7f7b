namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>AppArmorProfileType</c>; on the wire it is a string.</summary>
public static class AppArmorProfileType
{
    /// <summary>No confinement.</summary>
    public const string Unconfined = "Unconfined";
    /// <summary>The runtime's usual profile.</summary>
    public const string RuntimeDefault = "RuntimeDefault";
    /// <summary>A profile loaded on the node.</summary>
    public const string Localhost = "Localhost";
}
