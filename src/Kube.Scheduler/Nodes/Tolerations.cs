using System.Globalization;
using Kube.Api.Core.V1;

namespace Kube.Scheduler.Nodes;

/// <summary>Which taints a pod puts up with. Pure.</summary>
internal static class Tolerations
{
    public static bool Tolerates(List<Toleration>? tolerations, Taint taint)
    {
        if (tolerations is null)
        {
            return false;
        }

        foreach (var toleration in tolerations)
        {
            if (Tolerates(toleration, taint))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first taint that keeps the pod off the node; null when none does. Taints that are only a preference never do.</summary>
    public static Taint? FirstUntolerated(List<Toleration>? tolerations, NodeInfo node)
    {
        var taints = node.Taints;
        for (var i = 0; i < taints.Count; i++)
        {
            if (taints[i].Effect is TaintEffect.NoSchedule or TaintEffect.NoExecute && !Tolerates(tolerations, taints[i]))
            {
                return taints[i];
            }
        }

        return null;
    }

    /// <summary>An empty effect or key stands for all of them; a key must then be asked for by Exists.</summary>
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
            null or "" or TolerationOperator.Equal => (toleration.Value ?? "") == (taint.Value ?? ""),
            TolerationOperator.Exists => true,
            TolerationOperator.Lt => TryCompare(taint, toleration, out var order) && order < 0,
            TolerationOperator.Gt => TryCompare(taint, toleration, out var order) && order > 0,
            _ => false,
        };
    }

    private static bool TryCompare(Taint taint, Toleration toleration, out int order)
    {
        var comparable = long.TryParse(taint.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var left)
            & long.TryParse(toleration.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var right);
        order = left.CompareTo(right);
        return comparable;
    }
}
