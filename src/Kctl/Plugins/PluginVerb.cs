using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Plugins;

/// <summary><c>kctl plugin</c>: the programs on PATH that add commands.</summary>
internal static class PluginVerb
{
    public static Command Create(Session session)
    {
        var nameOnly = Flags.Switch("--name-only", "names without their folders");
        var list = new Verb("list", "Lists the plugins on PATH, and what keeps one of them from being used.", "kctl plugin list", "kctl plugin list --name-only")
            .With(nameOnly)
            .Does((parse, _) => Task.FromResult(List(session, parse.GetValue(nameOnly))));
        return new Verb("plugin", "Programs on PATH named kctl-NAME are commands: kctl-foo-bar is run by kctl foo bar.", "kctl plugin list").With(list);
    }

    private static int List(Session session, bool nameOnly)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in new PluginFolder(session.Terminal).All())
        {
            if (seen.Count == 0)
            {
                session.Out.WriteLine("The following compatible plugins are available:");
                session.Out.WriteLine();
            }

            var name = Path.GetFileName(path);
            session.Out.WriteLine(nameOnly ? name : path);
            session.Out.Flush();
            if (Problem(path, name, seen) is { } problem)
            {
                session.Error.WriteLine($"  - warning: {problem}");
            }

            seen.TryAdd(name, path);
        }

        return seen.Count > 0 ? 0 : throw new CommandException("unable to find any kctl plugins in your PATH");
    }

    private static string? Problem(string path, string name, Dictionary<string, string> seen)
    {
        var verb = name[PluginFolder.Prefix.Length..].Split('-')[0].Replace('_', '-');
        return !PluginFolder.IsProgram(path) ? $"{path} identified as a kctl plugin, but it is not executable"
            : seen.TryGetValue(name, out var earlier) ? $"{path} is overshadowed by a similarly named plugin: {earlier}"
            : VerbList.Names.Contains(verb) ? $"{name} overwrites existing command: \"kctl {verb}\"; the command is used"
            : null;
    }
}
