namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>RestartPolicy</c>; on the wire it is a string.</summary>
public static class RestartPolicy
{
    /// <summary>Restart whatever the exit code.</summary>
    public const string Always = "Always";
    /// <summary>Restart when the exit code is not 0.</summary>
    public const string OnFailure = "OnFailure";
    /// <summary>Do not restart.</summary>
    public const string Never = "Never";
}
