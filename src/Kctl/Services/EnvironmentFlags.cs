using Kctl.CommandLine;
using Kctl.App;

namespace Kctl.Services;

/// <summary><c>-e</c> and <c>--env-file</c>.</summary>
internal sealed class EnvironmentFlags
{
    private readonly Option<string[]> _env = Flags.Many("--env", "NAME=VALUE", "an environment variable; NAME alone takes the value it has here", "-e");
    private readonly Option<string[]> _files = Flags.Many("--env-file", "FILE", "a file of NAME=VALUE lines");

    public IEnumerable<Option> All => [_env, _files];

    /// <summary>The variables; those of <c>-e</c> win over those of files.</summary>
    public Dictionary<string, string> Read(ParseResult parse, Func<string, string?> environment)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in parse.GetValue(_files) ?? [])
        {
            var text = File.Exists(file) ? File.ReadAllText(file) : throw new CommandException($"--env-file: the file \"{file}\" does not exist");
            foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
            {
                Add(all, line, environment, $"{file}: ");
            }
        }

        foreach (var text in parse.GetValue(_env) ?? [])
        {
            Add(all, text, environment, "--env: ");
        }

        return all;
    }

    /// <summary>KEY=VALUE texts as a map; a key alone has an empty value.</summary>
    public static Dictionary<string, string> Pairs(string[]? texts, string flag)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts ?? [])
        {
            var equals = text.IndexOf('=');
            map[equals switch { 0 => throw new CommandException($"{flag}: \"{text}\" is not KEY=VALUE"), < 0 => text, _ => text[..equals] }] = equals < 0 ? "" : text[(equals + 1)..];
        }

        return map;
    }

    private static void Add(Dictionary<string, string> all, string text, Func<string, string?> environment, string where)
    {
        var equals = text.IndexOf('=');
        if (equals == 0)
        {
            throw new CommandException($"{where}\"{text}\" is not NAME=VALUE");
        }

        if (equals > 0)
        {
            all[text[..equals]] = text[(equals + 1)..];
        }
        else if (environment(text) is { } value)
        {
            all[text] = value;
        }
    }
}
