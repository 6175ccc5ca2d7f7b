using Kctl.App;
using Kctl.CommandLine;
using Kctl.Kustomize;

namespace Kctl.Manifests;

/// <summary><c>-f</c>, <c>-R</c> and <c>-k</c>: where the objects of a command are read from.</summary>
internal sealed class ManifestFlags
{
    public Option<string[]> Files { get; } = Flags.Files();

    public Option<bool> Recursive { get; } = Flags.Recursive();

    public Option<string?> Folder { get; } = Flags.Named("--kustomize", "FOLDER", "what the kustomization.yaml of this folder makes", "-k");

    public Symbol[] All => [Files, Recursive, Folder];

    /// <summary>Whether the command line names any.</summary>
    public bool AreGiven(ParseResult parse) => parse.GetValue(Files) is { Length: > 0 } || parse.GetValue(Folder) is not null;

    /// <summary>The objects in order; throws <see cref="CommandException"/>, also when no file is named.</summary>
    public IReadOnlyList<Manifest> Read(Session session, ParseResult parse, string doing) => (parse.GetValue(Files), parse.GetValue(Folder)) switch
    {
        ({ Length: > 0 }, not null) => throw new CommandException("only one of -f and -k can be specified"),
        (_, { } folder) => [.. Kustomization.Build(folder).Select(o => new Manifest(o, folder, 1, 1))],
        ({ Length: > 0 } files, _) => ManifestReader.Read(session.Terminal, files, parse.GetValue(Recursive)),
        _ => throw new CommandException($"must specify what to {doing}: -f FILE, -f FOLDER, or -f - for standard input; or -k FOLDER with a kustomization"),
    };
}
