using Kube.Api.Core.V1;

namespace Kube.Controllers.Runtime;

/// <summary>What controllers ask about a pod. Pure: the pod and, where needed, the time go in.</summary>
internal static class PodFacts
{
    /// <summary>Ran to its end, well or badly; it will never run again.</summary>
    public static bool IsTerminal(this Pod pod) => pod.Status?.Phase is PodPhase.Succeeded or PodPhase.Failed;

    /// <summary>Deletion has begun.</summary>
    public static bool IsTerminating(this Pod pod) => pod.Metadata?.DeletionTimestamp is not null;

    /// <summary>Counts as a replica: neither finished nor going away.</summary>
    public static bool IsActive(this Pod pod) => !pod.IsTerminal() && !pod.IsTerminating();

    /// <summary>The condition of that type, or null.</summary>
    public static PodCondition? Condition(this Pod pod, string type) => pod.Status?.Conditions?.Find(condition => condition.Type == type);

    /// <summary>The pod's Ready condition is True.</summary>
    public static bool IsReady(this Pod pod) => pod.Condition(PodConditionType.Ready)?.Status == ConditionStatus.True;

    /// <summary>Ready, and has been so for <paramref name="minReadySeconds"/>.</summary>
    public static bool IsAvailable(this Pod pod, int minReadySeconds, DateTime now) =>
        pod.IsReady() && (minReadySeconds <= 0 || pod.AvailableAt(minReadySeconds) is { } at && at <= now);

    /// <summary>When a ready pod becomes, or became, available; null while it is not ready.</summary>
    public static DateTime? AvailableAt(this Pod pod, int minReadySeconds) =>
        pod.IsReady() ? pod.Condition(PodConditionType.Ready)!.LastTransitionTime?.AddSeconds(minReadySeconds) : null;

    /// <summary>The node the pod is bound to; null while it waits for one.</summary>
    public static string? Node(this Pod pod) => string.IsNullOrEmpty(pod.Spec?.NodeName) ? null : pod.Spec.NodeName;
}
