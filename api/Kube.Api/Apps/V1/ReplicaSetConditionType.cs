namespace Kube.Api.Apps.V1;

/// <summary>The names the API knows for <c>ReplicaSetConditionType</c>; on the wire it is a string.</summary>
public static class ReplicaSetConditionType
{
    /// <summary>A pod could not be created or deleted.</summary>
    public const string ReplicaFailure = "ReplicaFailure";
}
