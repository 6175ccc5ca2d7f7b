using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Machinery.Quota;

namespace Kube.Controllers.ResourceQuotas;

/// <summary>The status a quota should have. Pure.</summary>
internal static class QuotaStatus
{
    private const string Count = "count/";

    /// <summary>The kinds beside pods, Services and claims that a quota counts, by <c>plural.group</c>.</summary>
    public static IReadOnlyList<string> CountedKinds(ResourceQuota quota) =>
    [
        .. (quota.Spec?.Hard ?? []).Keys
            .Select(name => name.StartsWith(Count, StringComparison.Ordinal) ? name[Count.Length..] : IsPlain(name) ? name : string.Empty)
            .Where(kind => kind.Length > 0 && !IsMeasured(kind))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Whether a quota bounds anything that objects of a kind use.</summary>
    public static bool Tracks(ResourceQuota quota, ResourceInfo kind) => (quota.Spec?.Hard ?? []).Keys.Any(name => ObjectUsage.Tracks(kind, name));

    /// <summary>What is used of what the quota bounds. A name that no kind uses is left out.</summary>
    public static Dictionary<string, Quantity> Used(ResourceQuota quota, NamespaceUse use, DateTime now)
    {
        var used = Zero(quota, Pod.Info).Plus(Zero(quota, Service.Info)).Plus(Zero(quota, PersistentVolumeClaim.Info))
            .Plus(QuotaRules.Used(quota, Pod.Info, use.Pods, now))
            .Plus(QuotaRules.Used(quota, Service.Info, use.Services, now))
            .Plus(QuotaRules.Used(quota, PersistentVolumeClaim.Info, use.Claims, now));
        var scoped = quota.Spec is { Scopes.Count: > 0 } or { ScopeSelector.MatchExpressions.Count: > 0 };
        foreach (var (kind, count) in use.Counts)
        {
            foreach (var name in (quota.Spec?.Hard ?? []).Keys.Where(name => name == Count + kind || (name == kind && IsPlain(name))))
            {
                used[name] = Quantity.FromLong(scoped ? 0 : count);
            }
        }

        return used;
    }

    /// <summary>
    /// The status to write. Unless <paramref name="maySink"/>, nothing that is used becomes less: an object that was charged may be on its way.
    /// </summary>
    public static ResourceQuotaStatus Next(ResourceQuota quota, Dictionary<string, Quantity> used, bool maySink) => new()
    {
        Hard = quota.Spec?.Hard,
        Used = maySink ? used : used.Max((quota.Status?.Used ?? []).Only(used.ContainsKey)),
    };

    /// <summary>Whether this is what the quota says already.</summary>
    public static bool IsSame(ResourceQuotaStatus? before, ResourceQuotaStatus after) => Amounts.Same(before?.Hard, after.Hard) && Amounts.Same(before?.Used, after.Used);

    private static Dictionary<string, Quantity> Zero(ResourceQuota quota, ResourceInfo kind) =>
        (quota.Spec?.Hard ?? []).Keys.Where(name => ObjectUsage.Tracks(kind, name)).ToDictionary(name => name, _ => default(Quantity), StringComparer.Ordinal);

    private static bool IsPlain(string name) => name is ResourceName.Configmaps or ResourceName.Secrets or ResourceName.Replicationcontrollers or ResourceName.Resourcequotas;

    private static bool IsMeasured(string kind) => kind is "pods" or "services" or "persistentvolumeclaims";
}
