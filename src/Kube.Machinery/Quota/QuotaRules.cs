using Kube.Api;
using Kube.Api.Core.V1;

namespace Kube.Machinery.Quota;

/// <summary>Decides what a quota has to say about an object, and what a namespace's objects use of it. Pure.</summary>
public static class QuotaRules
{
    /// <summary>Whether a quota bounds anything an object of this kind uses, and counts this object.</summary>
    public static bool Concerns(ResourceQuota quota, ResourceInfo kind, IKubeObject? obj) =>
        (quota.Status?.Hard ?? []).Keys.Any(n => ObjectUsage.Tracks(kind, n)) && QuotaScopes.Match(quota.Spec, obj);

    /// <summary>
    /// Judges a demand. Accepted: what the quota would then have used. Refused: why, in words; amounts that are not bounded are no reason.
    /// Bounds are those of the status, which are enforced once they have been counted.
    /// </summary>
    public static QuotaVerdict Judge(ResourceQuota quota, QuotaDemand demand)
    {
        var (name, hard, used) = (quota.Metadata?.Name, quota.Status?.Hard ?? [], quota.Status?.Used ?? []);
        if (!Concerns(quota, demand.Kind, demand.Object))
        {
            return QuotaVerdict.Indifferent;
        }

        var tracked = hard.Keys.Where(n => ObjectUsage.Tracks(demand.Kind, n)).Order(StringComparer.Ordinal).ToList();
        if (demand.Object is Pod pod && PodUsage.Missing(pod, tracked) is { } missing)
        {
            return QuotaVerdict.Refused($"failed quota: {name}: {missing}");
        }

        var unknown = tracked.Where(n => !used.ContainsKey(n)).ToList();
        if (unknown.Count > 0)
        {
            return QuotaVerdict.Refused($"status unknown for quota: {name}, resources: {string.Join(",", unknown)}");
        }

        var asked = demand.Amounts.Only(hard.ContainsKey);
        var after = used.Plus(asked);
        var exceeded = asked.Keys.Where(n => after[n] > hard[n]).ToHashSet(StringComparer.Ordinal);
        return exceeded.Count == 0
            ? QuotaVerdict.Accepted(asked, after)
            : QuotaVerdict.Refused($"exceeded quota: {name}, requested: {asked.Only(exceeded.Contains).Text()}, used: {used.Only(exceeded.Contains).Text()}, limited: {hard.Only(exceeded.Contains).Text()}");
    }

    /// <summary>What objects of one kind use of the resources a quota bounds.</summary>
    public static Dictionary<string, Quantity> Used(ResourceQuota quota, ResourceInfo kind, IEnumerable<IKubeObject> objects, DateTime now)
    {
        var hard = quota.Spec?.Hard ?? [];
        var used = new Dictionary<string, Quantity>(StringComparer.Ordinal);
        foreach (var obj in objects.Where(o => QuotaScopes.Match(quota.Spec, o)))
        {
            used = used.Plus(ObjectUsage.Of(kind, obj, now).Only(hard.ContainsKey));
        }

        return used;
    }
}
