namespace Kube.Api.Core.V1;

/// <summary>How far a change of a volume's size is.</summary>
public static class ClaimResourceStatus
{
    /// <summary>The storage behind it is being made larger.</summary>
    public const string ControllerResizeInProgress = "ControllerResizeInProgress";

    /// <summary>The storage behind it cannot be that large.</summary>
    public const string ControllerResizeInfeasible = "ControllerResizeInfeasible";

    /// <summary>The storage is larger; the node has yet to follow.</summary>
    public const string NodeResizePending = "NodeResizePending";

    /// <summary>The node is making the volume larger.</summary>
    public const string NodeResizeInProgress = "NodeResizeInProgress";

    /// <summary>The node cannot make the volume that large.</summary>
    public const string NodeResizeInfeasible = "NodeResizeInfeasible";
}
