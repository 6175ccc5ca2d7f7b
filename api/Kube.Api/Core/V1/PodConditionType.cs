namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PodConditionType</c>; on the wire it is a string.</summary>
public static class PodConditionType
{
    /// <summary>All containers are ready.</summary>
    public const string ContainersReady = "ContainersReady";
    /// <summary>All init containers have ended well.</summary>
    public const string Initialized = "Initialized";
    /// <summary>The pod can take traffic.</summary>
    public const string Ready = "Ready";
    /// <summary>The pod has a node.</summary>
    public const string PodScheduled = "PodScheduled";
    /// <summary>The pod is about to be stopped by somebody else than its owner.</summary>
    public const string DisruptionTarget = "DisruptionTarget";
    /// <summary>Its sandbox and network are there.</summary>
    public const string PodReadyToStartContainers = "PodReadyToStartContainers";
    /// <summary>A change of resources waits.</summary>
    public const string PodResizePending = "PodResizePending";
    /// <summary>A change of resources is being made.</summary>
    public const string PodResizeInProgress = "PodResizeInProgress";
    /// <summary>All containers are being restarted together.</summary>
    public const string AllContainersRestarting = "AllContainersRestarting";
}
