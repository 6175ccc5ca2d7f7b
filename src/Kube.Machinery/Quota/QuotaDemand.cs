using Kube.Api;

namespace Kube.Machinery.Quota;

/// <summary>What a write asks of the quotas of its namespace.</summary>
/// <param name="Kind">The kind written.</param>
/// <param name="Object">The object to be.</param>
/// <param name="Amounts">What it uses, or uses more than before.</param>
public sealed record QuotaDemand(ResourceInfo Kind, IKubeObject Object, IReadOnlyDictionary<string, Quantity> Amounts)
{
    /// <summary>The demand of a create, or of an update where <paramref name="old"/> is given; null when it asks for nothing more.</summary>
    public static QuotaDemand? Of(ResourceInfo kind, IKubeObject obj, IKubeObject? old, DateTime now)
    {
        var usage = ObjectUsage.Of(kind, obj, now);
        var more = (old is null ? usage : usage.Less(ObjectUsage.Of(kind, old, now))).Where(a => a.Value.Value > 0).ToDictionary(StringComparer.Ordinal);
        return more.Count == 0 ? null : new QuotaDemand(kind, obj, more);
    }
}
