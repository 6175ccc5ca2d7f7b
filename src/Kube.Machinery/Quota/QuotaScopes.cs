using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Machinery.Pods;

namespace Kube.Machinery.Quota;

/// <summary>Which objects count against a quota with scopes. One without counts every object.</summary>
internal static class QuotaScopes
{
    public static bool Match(ResourceQuotaSpec? spec, IKubeObject? obj) =>
        (spec?.Scopes ?? []).All(s => Match(s, ScopeSelectorOperator.Exists, [], obj))
        && (spec?.ScopeSelector?.MatchExpressions ?? []).All(t => Match(t.ScopeName, t.Operator, t.Values ?? [], obj));

    private static bool Match(string? scope, string? @operator, List<string> values, IKubeObject? obj) => (scope, obj) switch
    {
        (ResourceQuotaScope.Terminating, Pod pod) => IsTerminating(pod),
        (ResourceQuotaScope.NotTerminating, Pod pod) => !IsTerminating(pod),
        (ResourceQuotaScope.BestEffort, Pod pod) => IsBestEffort(pod),
        (ResourceQuotaScope.NotBestEffort, Pod pod) => !IsBestEffort(pod),
        (ResourceQuotaScope.PriorityClass, Pod pod) => Selects(@operator, values, string.IsNullOrEmpty(pod.Spec?.PriorityClassName) ? [] : [pod.Spec.PriorityClassName]),
        (ResourceQuotaScope.CrossNamespacePodAffinity, Pod pod) => LooksIntoOtherNamespaces(pod.Spec?.Affinity),
        (ResourceQuotaScope.VolumeAttributesClass, PersistentVolumeClaim claim) => Selects(@operator, values, ClassesOf(claim)),
        _ => false,
    };

    private static bool Selects(string? @operator, List<string> values, List<string> actual) => @operator switch
    {
        ScopeSelectorOperator.In => actual.Any(values.Contains),
        ScopeSelectorOperator.NotIn => !actual.Any(values.Contains),
        ScopeSelectorOperator.Exists => actual.Count > 0,
        ScopeSelectorOperator.DoesNotExist => actual.Count == 0,
        _ => false,
    };

    private static bool IsTerminating(Pod pod) => pod.Spec?.ActiveDeadlineSeconds >= 0;

    private static bool IsBestEffort(Pod pod) => PodQos.ClassOf(pod.Spec) == PodQOSClass.BestEffort;

    private static List<string> ClassesOf(PersistentVolumeClaim claim) =>
        [.. new[] { claim.Spec?.VolumeAttributesClassName, claim.Status?.CurrentVolumeAttributesClassName }.Where(c => !string.IsNullOrEmpty(c)).Select(c => c!).Distinct()];

    private static bool LooksIntoOtherNamespaces(Affinity? affinity)
    {
        var terms = (affinity?.PodAffinity?.RequiredDuringSchedulingIgnoredDuringExecution ?? [])
            .Concat(affinity?.PodAntiAffinity?.RequiredDuringSchedulingIgnoredDuringExecution ?? [])
            .Concat((affinity?.PodAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? []).Select(w => w.PodAffinityTerm))
            .Concat((affinity?.PodAntiAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? []).Select(w => w.PodAffinityTerm));
        return terms.Any(t => t is { Namespaces.Count: > 0 } or { NamespaceSelector: not null });
    }
}
