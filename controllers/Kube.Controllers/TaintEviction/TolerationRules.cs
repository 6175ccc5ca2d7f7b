using Kube.Api.Core.V1;

namespace Kube.Controllers.TaintEviction;

/// <summary>How long a pod may stay on a node with NoExecute taints. Pure.</summary>
internal static class TolerationRules
{
    /// <summary>
    /// When the pod must go: now or earlier for a taint it does not tolerate, after the shortest of its tolerations' times, counted from when the
    /// last taint was added; null when it may stay.
    /// </summary>
    public static DateTime? EvictionTime(Pod pod, Node? node, DateTime now)
    {
        DateTime? added = null;
        long? shortest = null;
        foreach (var taint in node?.Spec?.Taints?.Where(taint => taint.Effect == TaintEffect.NoExecute) ?? [])
        {
            if (pod.Spec?.Tolerations?.Find(candidate => Tolerates(candidate, taint)) is not { } toleration)
            {
                return now;
            }

            added = taint.TimeAdded > added || added is null ? taint.TimeAdded ?? now : added;
            if (toleration.TolerationSeconds is { } seconds)
            {
                shortest = Math.Min(shortest ?? long.MaxValue, Math.Max(0, seconds));
            }
        }

        return shortest is null || shortest > int.MaxValue ? null : added?.AddSeconds(shortest.Value);
    }

    /// <summary>Whether a toleration covers a taint: an empty key with Exists covers all, an empty effect every effect.</summary>
    public static bool Tolerates(Toleration toleration, Taint taint)
    {
        if (!string.IsNullOrEmpty(toleration.Effect) && toleration.Effect != taint.Effect)
        {
            return false;
        }

        if (!string.IsNullOrEmpty(toleration.Key) && toleration.Key != taint.Key)
        {
            return false;
        }

        return toleration.Operator switch
        {
            TolerationOperator.Exists => true,
            null or "" or TolerationOperator.Equal => !string.IsNullOrEmpty(toleration.Key) && (toleration.Value ?? string.Empty) == (taint.Value ?? string.Empty),
            _ => false,
        };
    }
}
