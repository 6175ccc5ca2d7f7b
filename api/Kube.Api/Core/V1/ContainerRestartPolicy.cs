namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ContainerRestartPolicy</c>; on the wire it is a string.</summary>
public static class ContainerRestartPolicy
{
    /// <summary>Restart whatever the exit code.</summary>
    public const string Always = "Always";
    /// <summary>Do not restart.</summary>
    public const string Never = "Never";
    /// <summary>Restart when the exit code is not 0.</summary>
    public const string OnFailure = "OnFailure";
}
