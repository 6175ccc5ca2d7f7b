namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>RestartPolicy</c>; on the wire it is a string.</summary>
public static class RestartPolicy
{
    public const string Always = "Always";
    public const string OnFailure = "OnFailure";
    public const string Never = "Never";
}
