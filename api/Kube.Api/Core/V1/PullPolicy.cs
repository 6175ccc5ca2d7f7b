namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PullPolicy</c>; on the wire it is a string.</summary>
public static class PullPolicy
{
    public const string Always = "Always";
    public const string Never = "Never";
    public const string IfNotPresent = "IfNotPresent";
}
