using Kube.Api.Core.V1;

namespace Kube.Kubelet.Pods;

/// <summary>The conditions the kubelet owns, with Kubernetes' reasons and messages; conditions of others are kept as they are. Pure.</summary>
internal static class PodConditions
{
    private static readonly string[] s_owned =
    [
        PodConditionType.PodReadyToStartContainers, PodConditionType.Initialized, PodConditionType.Ready, PodConditionType.ContainersReady, PodConditionType.PodScheduled,
    ];

    public static List<PodCondition> Build(PodObservation seen, PodStatus status)
    {
        var complete = status.Phase == PodPhase.Succeeded;
        var containersReady = ContainersReady(seen, status);
        var all = new List<PodCondition>
        {
            Make(PodConditionType.PodReadyToStartContainers, seen.Sandbox is { IsRunning: true }),
            Initialized(seen, status, complete),
            Ready(seen, containersReady),
            containersReady,
            Make(PodConditionType.PodScheduled, true),
        };
        var known = seen.LastStatus?.Conditions ?? [];
        foreach (var condition in all)
        {
            condition.ObservedGeneration = seen.Pod.Metadata?.Generation;
            var last = known.FirstOrDefault(c => c.Type == condition.Type);
            condition.LastTransitionTime = last is not null && last.Status == condition.Status ? last.LastTransitionTime : Now(seen);
        }

        var foreign = seen.Pod.Status?.Conditions ?? known;
        all.AddRange(foreign.Where(c => !s_owned.Contains(c.Type)));
        return all;
    }

    private static PodCondition Initialized(PodObservation seen, PodStatus status, bool complete)
    {
        if (complete)
        {
            return Make(PodConditionType.Initialized, true, "PodCompleted");
        }

        var sidecars = seen.Pod.InitContainers().Where(PodFacts.IsSidecar).Select(c => c.Name).ToHashSet();
        var missing = (status.InitContainerStatuses ?? [])
            .Where(s => sidecars.Contains(s.Name) ? s.Started != true : s.Ready != true)
            .Select(s => s.Name).ToList();
        return missing.Count == 0 || (status.ContainerStatuses ?? []).Any(s => s.ContainerID is not null)
            ? Make(PodConditionType.Initialized, true)
            : Make(PodConditionType.Initialized, false, "ContainersNotInitialized", $"containers with incomplete status: [{string.Join(' ', missing)}]");
    }

    private static PodCondition ContainersReady(PodObservation seen, PodStatus status)
    {
        if (status.Phase is PodPhase.Succeeded or PodPhase.Failed)
        {
            return Make(PodConditionType.ContainersReady, false, status.Phase == PodPhase.Succeeded ? "PodCompleted" : "PodFailed");
        }

        var sidecars = seen.Pod.InitContainers().Where(PodFacts.IsSidecar).Select(c => c.Name).ToHashSet();
        var unready = (status.InitContainerStatuses ?? []).Where(s => sidecars.Contains(s.Name))
            .Concat(status.ContainerStatuses ?? []).Where(s => s.Ready != true).Select(s => s.Name).ToList();
        return unready.Count == 0
            ? Make(PodConditionType.ContainersReady, true)
            : Make(PodConditionType.ContainersReady, false, "ContainersNotReady", $"containers with unready status: [{string.Join(' ', unready)}]");
    }

    private static PodCondition Ready(PodObservation seen, PodCondition containersReady)
    {
        if (containersReady.Status != ConditionStatus.True)
        {
            return Make(PodConditionType.Ready, false, containersReady.Reason, containersReady.Message);
        }

        var conditions = seen.Pod.Status?.Conditions ?? [];
        var messages = new List<string>();
        foreach (var gate in seen.Pod.Spec?.ReadinessGates ?? [])
        {
            var condition = conditions.FirstOrDefault(c => c.Type == gate.ConditionType);
            if (condition is null)
            {
                messages.Add($"corresponding condition of pod readiness gate \"{gate.ConditionType}\" does not exist.");
            }
            else if (condition.Status != ConditionStatus.True)
            {
                messages.Add($"the status of pod readiness gate \"{gate.ConditionType}\" is not \"True\", but {condition.Status}");
            }
        }

        return messages.Count == 0 ? Make(PodConditionType.Ready, true) : Make(PodConditionType.Ready, false, "ReadinessGatesNotReady", string.Join(", ", messages));
    }

    private static PodCondition Make(string type, bool value, string? reason = null, string? message = null) =>
        new() { Type = type, Status = value ? ConditionStatus.True : ConditionStatus.False, Reason = reason, Message = message };

    private static DateTime Now(PodObservation seen) => new(seen.Now.Ticks - (seen.Now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
}
