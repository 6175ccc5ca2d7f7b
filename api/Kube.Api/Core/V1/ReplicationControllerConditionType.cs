namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ReplicationControllerConditionType</c>; on the wire it is a string.</summary>
public static class ReplicationControllerConditionType
{
    /// <summary>A pod could not be created or deleted.</summary>
    public const string ReplicaFailure = "ReplicaFailure";
}
