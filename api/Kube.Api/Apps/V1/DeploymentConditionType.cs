namespace Kube.Api.Apps.V1;

/// <summary>The names the API knows for <c>DeploymentConditionType</c>; on the wire it is a string.</summary>
public static class DeploymentConditionType
{
    /// <summary>At least the wanted minimum of pods is available.</summary>
    public const string Available = "Available";
    /// <summary>The roll-out moves on or is complete; false once the progress deadline has passed.</summary>
    public const string Progressing = "Progressing";
    /// <summary>A pod could not be created or deleted.</summary>
    public const string ReplicaFailure = "ReplicaFailure";
}
