namespace Kube.Api.Apps.V1;

/// <summary>The names the API knows for <c>DeploymentStrategyType</c>; on the wire it is a string.</summary>
public static class DeploymentStrategyType
{
    public const string Recreate = "Recreate";
    public const string RollingUpdate = "RollingUpdate";
}
