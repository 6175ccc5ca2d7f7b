using Kctl.App;

namespace Kctl.Plugins;

/// <summary>Finds plugins: programs on PATH whose name begins with <c>kctl-</c>; <c>kctl-foo-bar</c> is <c>kctl foo bar</c>, and _ in its name stands for -.</summary>
internal sealed class PluginFolder(Terminal terminal)
{
    public const string Prefix = "kctl-";

    /// <summary>The program for these words, and how many of them name it; null when there is none.</summary>
    public (string Path, int Words)? Find(IReadOnlyList<string> args)
    {
        for (var words = args.TakeWhile(a => !a.StartsWith('-')).Count(); words > 0; words--)
        {
            var name = Prefix + string.Join('-', args.Take(words).Select(w => w.Replace('-', '_')));
            if (!name.Contains('/') && Folders().Select(f => Path.Combine(f, name)).FirstOrDefault(IsProgram) is { } path)
            {
                return (path, words);
            }
        }

        return null;
    }

    /// <summary>All plugins, in the order of PATH.</summary>
    public IEnumerable<string> All() => Folders().Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, Prefix + "*").Order(StringComparer.Ordinal));

    public static bool IsProgram(string path) =>
        File.Exists(path) && (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;

    private IEnumerable<string> Folders() => (terminal.Environment("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Distinct();
}
