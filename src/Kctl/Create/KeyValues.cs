using System.Text;
using Kctl.App;

namespace Kctl.Create;

/// <summary>Reads the entries of config maps and secrets from flags.</summary>
internal static class KeyValues
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Entries that are text, and those that are not.</summary>
    public static (Dictionary<string, string> Text, Dictionary<string, byte[]> Binary) Read(IEnumerable<string> literals, IEnumerable<string> files, IEnumerable<string>? envFiles = null)
    {
        var text = new Dictionary<string, string>(StringComparer.Ordinal);
        var binary = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var literal in literals)
        {
            var equals = literal.IndexOf('=');
            if (equals < 1)
            {
                throw new CommandException($"invalid literal source {literal}, expected key=value");
            }

            Add(text, binary, literal[..equals], Encoding.UTF8.GetBytes(literal[(equals + 1)..].Trim('"', '\'')));
        }

        foreach (var (key, path) in files.SelectMany(Expand))
        {
            Add(text, binary, key, File.ReadAllBytes(path));
        }

        foreach (var (key, value) in (envFiles ?? []).SelectMany(EnvFile))
        {
            Add(text, binary, key, Encoding.UTF8.GetBytes(value));
        }

        return (text, binary);
    }

    /// <summary>The lines of an env file; a name alone takes its value from the environment.</summary>
    private static IEnumerable<(string Key, string Value)> EnvFile(string path)
    {
        var lines = File.Exists(path) ? File.ReadAllLines(path) : throw new CommandException($"the file \"{path}\" does not exist");
        return lines.Select(l => l.TrimStart()).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('=', 2))
            .Select(p => (p[0], p.Length == 2 ? p[1] : Environment.GetEnvironmentVariable(p[0]) ?? ""));
    }

    private static IEnumerable<(string Key, string Path)> Expand(string file)
    {
        var equals = file.IndexOf('=');
        var path = file[(equals + 1)..];
        if (Directory.Exists(path))
        {
            return equals < 0
                ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), f))
                : throw new CommandException($"cannot give a key name for a directory path: {file}");
        }

        return File.Exists(path)
            ? [(equals < 0 ? Path.GetFileName(path) : file[..equals], path)]
            : throw new CommandException($"the file \"{path}\" does not exist");
    }

    private static void Add(Dictionary<string, string> text, Dictionary<string, byte[]> binary, string key, byte[] value)
    {
        if (text.ContainsKey(key) || binary.ContainsKey(key))
        {
            throw new CommandException($"cannot add key {key}, another key by that name already exists");
        }

        try
        {
            text[key] = s_strict.GetString(value);
        }
        catch (DecoderFallbackException)
        {
            binary[key] = value;
        }
    }
}
