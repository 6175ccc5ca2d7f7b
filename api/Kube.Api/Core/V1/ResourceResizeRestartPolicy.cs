namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ResourceResizeRestartPolicy</c>; on the wire it is a string.</summary>
public static class ResourceResizeRestartPolicy
{
    /// <summary>The container goes on.</summary>
    public const string NotRequired = "NotRequired";
    /// <summary>The container is restarted.</summary>
    public const string RestartContainer = "RestartContainer";
}
