namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PodResizeStatus</c>; on the wire it is a string.</summary>
public static class PodResizeStatus
{
    public const string InProgress = "InProgress";
    public const string Deferred = "Deferred";
    public const string Infeasible = "Infeasible";
}
