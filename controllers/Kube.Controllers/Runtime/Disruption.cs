using Kube.Api;
using Kube.Api.Core.V1;
using ConditionStatus = Kube.Api.Core.V1.ConditionStatus;

namespace Kube.Controllers.Runtime;

/// <summary>The condition that says why the control plane ends a pod which did nothing wrong.</summary>
internal static class Disruption
{
    /// <summary>A copy of the pod that carries the DisruptionTarget condition, in place of an earlier one.</summary>
    public static Pod MarkedAsDisrupted(this Pod pod, string reason, string message, DateTime now)
    {
        var marked = pod.Clone();
        marked.Status ??= new PodStatus();
        (marked.Status.Conditions ??= []).RemoveAll(condition => condition.Type == PodConditionType.DisruptionTarget);
        marked.Status.Conditions.Add(new PodCondition
        {
            Type = PodConditionType.DisruptionTarget,
            Status = ConditionStatus.True,
            Reason = reason,
            Message = message,
            LastTransitionTime = now,
        });
        return marked;
    }
}
