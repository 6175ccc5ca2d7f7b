using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Manifests;

/// <summary>The flags of apply and diff about objects that were applied once and are in no file any more.</summary>
internal sealed class PruneFlags
{
    public Option<bool> Prune { get; } = Flags.Switch("--prune", "delete what was applied before and is in the files no more; needs -l or --all");

    public Option<string[]> AllowList { get; } = Flags.Many("--prune-allowlist", "GROUP/VERSION/KIND", "look for objects to prune among these kinds only");

    /// <summary>The pruner the flags ask for.</summary>
    public Pruner Pruner(Session session, ParseResult parse, string? selector, DryRun dryRun) => new(session, dryRun)
    {
        Selector = selector,
        Kinds = [.. (parse.GetValue(AllowList) ?? []).Select(Kind)],
    };

    private static (string Group, string Version, string Kind) Kind(string text) => text.Split('/') is [var group, var version, var kind]
        ? (group is "core" or "" ? "" : group, version, kind)
        : throw new CommandException($"invalid GroupVersionKind format: {text}, please follow <group/version/kind>");
}
