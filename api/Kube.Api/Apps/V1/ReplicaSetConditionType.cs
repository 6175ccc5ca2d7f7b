namespace Kube.Api.Apps.V1;

/// <summary>The names the API knows for <c>ReplicaSetConditionType</c>; on the wire it is a string.</summary>
public static class ReplicaSetConditionType
{
    public const string ReplicaFailure = "ReplicaFailure";
}
