namespace Kube.Api.Apps.V1;

/// <summary>Who deletes the pods of an old template.</summary>
public static class DaemonSetUpdateStrategyType
{
    /// <summary>The controller, node by node.</summary>
    public const string RollingUpdate = "RollingUpdate";

    /// <summary>Whoever runs the cluster; a pod of the new template follows each deletion.</summary>
    public const string OnDelete = "OnDelete";
}
