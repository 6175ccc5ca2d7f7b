namespace Kube.Api.Apps.V1;

/// <summary>The names the API knows for <c>DeploymentStrategyType</c>; on the wire it is a string.</summary>
public static class DeploymentStrategyType
{
    /// <summary>All old pods stop before new ones start.</summary>
    public const string Recreate = "Recreate";
    /// <summary>Old pods are replaced gradually.</summary>
    public const string RollingUpdate = "RollingUpdate";
}
