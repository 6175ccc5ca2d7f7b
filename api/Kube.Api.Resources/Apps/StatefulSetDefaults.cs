using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Api.Resources.Core;

namespace Kube.Api.Resources.Apps;

/// <summary>What a StatefulSet has when its author does not say.</summary>
internal static class StatefulSetDefaults
{
    private const int History = 10;

    public static void Apply(StatefulSet set)
    {
        var spec = set.Spec ??= new StatefulSetSpec();
        spec.Replicas ??= 1;
        spec.RevisionHistoryLimit ??= History;
        spec.PodManagementPolicy = OrIfEmpty(spec.PodManagementPolicy, PodManagementPolicyType.OrderedReady);
        var retention = spec.PersistentVolumeClaimRetentionPolicy ??= new StatefulSetPersistentVolumeClaimRetentionPolicy();
        retention.WhenDeleted = OrIfEmpty(retention.WhenDeleted, PersistentVolumeClaimRetentionPolicyType.Retain);
        retention.WhenScaled = OrIfEmpty(retention.WhenScaled, PersistentVolumeClaimRetentionPolicyType.Retain);
        Apply(spec.UpdateStrategy ??= new StatefulSetUpdateStrategy());
        spec.Template = PodDefaults.Apply(spec.Template);
        foreach (var claim in spec.VolumeClaimTemplates ?? [])
        {
            Apply(claim);
        }
    }

    /// <summary>Who names the strategy and leaves out its details has none of them: only an absent strategy comes complete.</summary>
    private static void Apply(StatefulSetUpdateStrategy strategy)
    {
        if (string.IsNullOrEmpty(strategy.Type))
        {
            strategy.Type = StatefulSetUpdateStrategyType.RollingUpdate;
            strategy.RollingUpdate ??= new RollingUpdateStatefulSetStrategy();
        }

        if (strategy is { Type: StatefulSetUpdateStrategyType.RollingUpdate, RollingUpdate: { } rolling })
        {
            rolling.Partition ??= 0;
            rolling.MaxUnavailable ??= 1;
        }
    }

    /// <summary>A claim template says what it is and how it begins, as a claim of its own would.</summary>
    private static void Apply(PersistentVolumeClaim claim)
    {
        (claim.ApiVersion, claim.Kind) = (PersistentVolumeClaim.Info.ApiVersion, PersistentVolumeClaim.Info.Kind);
        PersistentVolumeClaimDefaults.Apply(claim);
    }

    private static string OrIfEmpty(string? value, string standard) => string.IsNullOrEmpty(value) ? standard : value;
}
