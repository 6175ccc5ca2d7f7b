using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Manifests;

/// <summary><c>-f</c>, <c>-R</c> and <c>-k</c>: where the objects of a command are read from.</summary>
internal sealed class ManifestFlags
{
    public Option<string[]> Files { get; } = Flags.Files();

    public Option<bool> Recursive { get; } = Flags.Recursive();

    public Symbol[] All => [Files, Recursive];

    /// <summary>Whether the command line names any.</summary>
    public bool AreGiven(ParseResult parse) => parse.GetValue(Files) is { Length: > 0 };

    /// <summary>The objects in order; throws <see cref="CommandException"/>, also when no file is named.</summary>
    public IReadOnlyList<Manifest> Read(Session session, ParseResult parse, string doing) => parse.GetValue(Files) is { Length: > 0 } files
        ? ManifestReader.Read(session.Terminal, files, parse.GetValue(Recursive))
        : throw new CommandException($"must specify what to {doing}: -f FILE, -f FOLDER, or -f - for standard input");
}
