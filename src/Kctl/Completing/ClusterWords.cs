using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Completing;

/// <summary>Words the cluster knows.</summary>
internal sealed class ClusterWords(Session session)
{
    /// <summary>All kinds that can be listed, by their plural.</summary>
    public async Task<IEnumerable<Candidate>> KindsAsync(CancellationToken ct) =>
        (await session.Names.AllAsync(ct)).Where(t => t.Verbs.Contains("list")).DistinctBy(t => t.Plural).Select(t => new Candidate(t.Plural, t.ApiVersion));

    /// <summary>The names of a kind; none of a kind nobody serves.</summary>
    public async Task<IEnumerable<Candidate>> NamesAsync(string kind, CancellationToken ct)
    {
        var types = await session.Names.AllAsync(ct);
        return ResourceNames.ByName(types, kind) is not { } type ? []
            : (await ObjectNames.ListAsync(session, type, type.Namespaced ? session.Namespace : null, ct)).Select(n => new Candidate(n));
    }

    /// <summary>The containers of a pod, or of the pods of a workload.</summary>
    public async Task<IEnumerable<Candidate>> ContainersAsync(IReadOnlyList<string> words, CancellationToken ct)
    {
        if (words.Count == 0)
        {
            return [];
        }

        var target = await Target.SingleAsync(words.Take(1).ToList(), session, "look at", ct, "pods");
        var obj = await session.Api.GetAsync(target.Type.ObjectPath(target.NamespaceIn(session), target.Name!), ct);
        var spec = obj.At("spec", "template", "spec") ?? obj.At("spec");
        return ((ReadOnlySpan<string>)["containers", "initContainers", "ephemeralContainers"]).ToArray().SelectMany(list => Named(spec, list));
    }

    private static IEnumerable<Candidate> Named(JsonNode? spec, string list) => spec.Objects(list).Select(c => new Candidate(c.Text("name") ?? "", c.Text("image")));
}
