using Kctl.CommandLine;

namespace Kctl.Completing;

/// <summary>
/// What may stand for an argument, by the name its help shows: <c>TYPE NAME</c> are kinds, then names; <c>POD</c>, <c>NODE</c> and the like are names of
/// that kind; a word in small letters is meant literally.
/// </summary>
internal static class ArgumentWords
{
    private static readonly Dictionary<string, string> s_kinds = new(StringComparer.Ordinal)
    {
        ["POD"] = "pods",
        ["NODE"] = "nodes",
        ["SERVICE"] = "deployments",
    };

    /// <summary>The candidates; null where files are to be offered.</summary>
    public static async Task<IReadOnlyList<Candidate>?> OfAsync(Argument argument, IReadOnlyList<string> words, string typed, ClusterWords cluster, CancellationToken ct)
    {
        var first = argument.Name.Split(' ', '[', '.', '|', '/')[0];
        var slash = typed.IndexOf('/');
        if (first == "FILE")
        {
            return null;
        }

        if (s_kinds.TryGetValue(first, out var kind))
        {
            return slash > 0 && argument.Name.Contains("TYPE/NAME") ? await QualifiedAsync(typed[..slash], cluster, ct)
                : words.Count == 0 || argument.Name.Contains("...") ? [.. Without(await cluster.NamesAsync(kind, ct), words)]
                : argument.Name.Contains("[CONTAINER]") && words.Count == 1 ? [.. await cluster.ContainersAsync(words, ct)]
                : [];
        }

        var literal = first.Length > 0 && char.IsAsciiLetterLower(first[0]);
        if (first != "TYPE" && !literal)
        {
            return [];
        }

        if (slash > 0)
        {
            return await QualifiedAsync(typed[..slash], cluster, ct);
        }

        return words.Count == 0 ? literal ? [new Candidate(first)] : await KindsAsync(argument, typed, cluster, ct)
            : words[0].Contains('/') ? []
            : [.. Without(await cluster.NamesAsync(words[0], ct), words.Skip(1))];
    }

    /// <summary>Kinds; after a comma one more.</summary>
    private static async Task<IReadOnlyList<Candidate>> KindsAsync(Argument argument, string typed, ClusterWords cluster, CancellationToken ct)
    {
        var before = typed[..(typed.LastIndexOf(',') + 1)];
        var kinds = (await cluster.KindsAsync(ct)).Select(k => k with { Word = before + k.Word });
        return argument.Name.StartsWith("TYPE[,TYPE]", StringComparison.Ordinal) ? [.. kinds, new Candidate("all", "everything people make")] : [.. kinds];
    }

    private static async Task<IReadOnlyList<Candidate>> QualifiedAsync(string kind, ClusterWords cluster, CancellationToken ct) =>
        [.. (await cluster.NamesAsync(kind, ct)).Select(n => n with { Word = $"{kind}/{n.Word}" })];

    private static IEnumerable<Candidate> Without(IEnumerable<Candidate> candidates, IEnumerable<string> given) => candidates.Where(c => !given.Contains(c.Word));
}
