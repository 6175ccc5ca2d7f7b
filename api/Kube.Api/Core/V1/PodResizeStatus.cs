namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PodResizeStatus</c>; on the wire it is a string.</summary>
public static class PodResizeStatus
{
    /// <summary>Being made.</summary>
    public const string InProgress = "InProgress";
    /// <summary>Waits until the node has room.</summary>
    public const string Deferred = "Deferred";
    /// <summary>The node can never fulfil it.</summary>
    public const string Infeasible = "Infeasible";
}
