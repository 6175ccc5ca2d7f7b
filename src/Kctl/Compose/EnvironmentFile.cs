using System.Text;

namespace Kctl.Compose;

/// <summary>Reads <c>.env</c> files and those of <c>env_file</c>: comments, <c>export</c>, quotes, and variables in values that are not in single quotes.</summary>
internal static class EnvironmentFile
{
    /// <summary>The variables in order; null stands for a name without a value. <paramref name="outside"/> knows the variables of the shell. Throws <see cref="FormatException"/> with the line.</summary>
    public static IReadOnlyList<KeyValuePair<string, string?>> Read(string text, Func<string, string?> outside, Findings findings)
    {
        var found = new List<KeyValuePair<string, string?>>();
        string? Known(string name) => outside(name) ?? found.LastOrDefault(f => f.Key == name).Value;
        var interpolation = new Interpolation(Known, findings);
        var lines = text.Replace("\r\n", "\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            line = line.StartsWith("export ", StringComparison.Ordinal) ? line[7..].TrimStart() : line;
            var equals = line.IndexOf('=');
            var name = (equals < 0 ? line : line[..equals]).Trim();
            if (name.Length == 0 || name.Any(c => char.IsWhiteSpace(c) || c is '"' or '\''))
            {
                throw new FormatException($"line {i + 1}: \"{line}\" is not NAME=VALUE");
            }

            found.Add(KeyValuePair.Create(name, equals < 0 ? null : Value(lines, ref i, line[(equals + 1)..].Trim(), interpolation)));
        }

        return found;
    }

    private static string Value(string[] lines, ref int at, string text, Interpolation interpolation)
    {
        if (text.Length == 0 || text[0] is not ('"' or '\''))
        {
            var comment = text.IndexOf(" #", StringComparison.Ordinal);
            return interpolation.Text(comment < 0 ? text : text[..comment].TrimEnd());
        }

        var quote = text[0];
        var first = at + 1;
        int end;
        while ((end = Closing(text, quote)) < 0)
        {
            text = ++at < lines.Length ? text + "\n" + lines[at] : throw new FormatException($"line {first}: a quote is not closed");
        }

        return quote == '\'' ? text[1..end] : interpolation.Text(Unescaped(text[1..end]));
    }

    private static int Closing(string text, char quote)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && quote == '"')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Unescaped(string text)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            result.Append(text[++i] switch { 'n' => "\n", 'r' => "\r", 't' => "\t", '"' => "\"", '\\' => "\\", '$' => "$$", var other => "\\" + other });
        }

        return result.ToString();
    }
}
