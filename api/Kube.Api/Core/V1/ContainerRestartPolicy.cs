namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ContainerRestartPolicy</c>; on the wire it is a string.</summary>
public static class ContainerRestartPolicy
{
    public const string Always = "Always";
    public const string Never = "Never";
    public const string OnFailure = "OnFailure";
}
