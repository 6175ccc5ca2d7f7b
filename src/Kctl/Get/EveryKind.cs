using Kctl.Api;
using Kctl.App;

namespace Kctl.Get;

/// <summary>
/// What <c>all</c> stands for in get: every kind whose objects people make in a namespace, whether or not the server counts it among "all"; what the
/// cluster keeps for itself is left out, and said to be.
/// </summary>
internal sealed record EveryKind(IReadOnlyList<Target> Targets, string LeftOut)
{
    /// <summary>Written by the cluster itself, about what people made.</summary>
    private static readonly string[] s_bookkeeping = ["events", "endpoints", "endpointslices", "leases", "controllerrevisions", "pods.metrics.k8s.io", "podtemplates"];

    /// <summary>Put into every namespace by the cluster.</summary>
    private static readonly string[] s_standing = ["configmaps/kube-root-ca.crt", "serviceaccounts/default"];

    public static async Task<EveryKind> FindAsync(Session session, CancellationToken ct) => Of(await session.Names.AllAsync(ct));

    /// <summary>True for an object that is in every namespace, whoever uses it.</summary>
    public static bool IsStanding(ResourceType type, string name) => s_standing.Contains($"{type.GroupResource}/{name}");

    internal static EveryKind Of(IReadOnlyList<ResourceType> served)
    {
        var kinds = served.Where(t => t.Namespaced && t.Verbs.Contains("list")).ToList();
        var shown = kinds.Where(t => !s_bookkeeping.Contains(t.Plural) && !s_bookkeeping.Contains(t.GroupResource))
            .OrderBy(t => t.Categories.Contains("all") ? 0 : 1)
            .Select(t => new Target(t, null)).ToList();
        var hidden = kinds.Select(t => t.Plural).Where(p => s_bookkeeping.Contains(p)).Distinct().Order(StringComparer.Ordinal);
        return new EveryKind(shown, $"Left out: what the cluster keeps for itself ({string.Join(", ", hidden)}, {string.Join(", ", s_standing)}) and kinds without a namespace; name them to see them.");
    }
}
