namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ResourceResizeRestartPolicy</c>; on the wire it is a string.</summary>
public static class ResourceResizeRestartPolicy
{
    public const string NotRequired = "NotRequired";
    public const string RestartContainer = "RestartContainer";
}
