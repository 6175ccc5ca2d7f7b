namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>AppArmorProfileType</c>; on the wire it is a string.</summary>
public static class AppArmorProfileType
{
    public const string Unconfined = "Unconfined";
    public const string RuntimeDefault = "RuntimeDefault";
    public const string Localhost = "Localhost";
}
