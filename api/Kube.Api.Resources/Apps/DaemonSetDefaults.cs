using Kube.Api.Apps.V1;
using Kube.Api.Resources.Core;

namespace Kube.Api.Resources.Apps;

/// <summary>What a DaemonSet has when its author does not say.</summary>
internal static class DaemonSetDefaults
{
    private const int History = 10;

    public static void Apply(DaemonSet set)
    {
        var spec = set.Spec ??= new DaemonSetSpec();
        spec.RevisionHistoryLimit ??= History;
        var strategy = spec.UpdateStrategy ??= new DaemonSetUpdateStrategy();
        strategy.Type = string.IsNullOrEmpty(strategy.Type) ? DaemonSetUpdateStrategyType.RollingUpdate : strategy.Type;
        if (strategy.Type == DaemonSetUpdateStrategyType.RollingUpdate)
        {
            var rolling = strategy.RollingUpdate ??= new RollingUpdateDaemonSet();
            rolling.MaxUnavailable ??= 1;
            rolling.MaxSurge ??= 0;
        }

        spec.Template = PodDefaults.Apply(spec.Template);
    }
}
