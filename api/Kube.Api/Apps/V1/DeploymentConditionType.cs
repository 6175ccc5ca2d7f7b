namespace Kube.Api.Apps.V1;

/// <summary>The names the API knows for <c>DeploymentConditionType</c>; on the wire it is a string.</summary>
public static class DeploymentConditionType
{
    public const string Available = "Available";
    public const string Progressing = "Progressing";
    public const string ReplicaFailure = "ReplicaFailure";
}
