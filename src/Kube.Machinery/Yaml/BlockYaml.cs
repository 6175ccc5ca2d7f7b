using System.Text.Json.Nodes;

namespace Kube.Machinery.Yaml;

/// <summary>
/// Reads the YAML that programs write into configuration files: block mappings and lists of scalars that are one word or simply quoted. Of everything
/// else it says no, and <see cref="YamlReader"/> reads it: what both read, they read alike. It exists for commands, which live shorter than
/// the full parser takes to be compiled.
/// </summary>
internal sealed class BlockYaml
{
    /// <summary>Deeper than any configuration file, and far from the end of the stack.</summary>
    private const int MaximumDepth = 32;

    private readonly List<Line> _lines = [];
    private int _at;

    private BlockYaml(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var content = line.Trim(' ');
            if (content.Length > 0 && content[0] != '#')
            {
                _lines.Add(new Line(line.Length - line.TrimStart(' ').Length, content));
            }
        }
    }

    private bool AtEnd => _at == _lines.Count;

    private Line Current => _lines[_at];

    /// <summary>Reads a text of one document that is not empty; false when it holds anything but the simplest YAML.</summary>
    public static bool TryRead(string text, out JsonNode? node)
    {
        var reader = new BlockYaml(text);
        node = null;
        return !reader.AtEnd && reader.TryBlock(0, out node) && reader.AtEnd;
    }

    private bool TryBlock(int depth, out JsonNode? node)
    {
        node = null;
        return depth < MaximumDepth && (Current.IsItem ? TryList(depth, out node) : TryMapping(depth, out node));
    }

    private bool TryMapping(int depth, out JsonNode? node)
    {
        var mapping = new JsonObject();
        node = mapping;
        var indent = Current.Indent;
        while (!AtEnd && Current.Indent == indent && !Current.IsItem)
        {
            var text = _lines[_at++].Text;
            var colon = KeyLength(text);
            if (colon < 0 || !TryPlain(text[..colon], out var key) || key is not JsonValue name || !name.TryGetValue<string>(out var field) || mapping.ContainsKey(field))
            {
                return false;
            }

            if (!TryValue(text[(colon + 1)..].TrimStart(' '), indent, depth, out var value))
            {
                return false;
            }

            mapping.Add(field, value);
        }

        // A deeper line would go on with a scalar; an item here belongs to nothing.
        return AtEnd || Current.Indent < indent;
    }

    private bool TryList(int depth, out JsonNode? node)
    {
        var list = new JsonArray();
        node = list;
        var indent = Current.Indent;
        while (!AtEnd && Current.Indent == indent && Current.IsItem)
        {
            var text = Current.Text;
            var item = text[1..].TrimStart(' ');
            JsonNode? value;
            if (KeyLength(item) >= 0)
            {
                // The fields of an item line up with the first, which stands behind the dash.
                _lines[_at] = new Line(indent + text.Length - item.Length, item);
                if (!TryBlock(depth + 1, out value))
                {
                    return false;
                }
            }
            else
            {
                _at++;
                if (!TryScalar(item, out value))
                {
                    return false;
                }
            }

            list.Add(value);
        }

        // A list may stand at the indentation of the field it belongs to; then the next field follows.
        return AtEnd || Current.Indent <= indent;
    }

    /// <summary>What stands behind a key: a scalar on its line, or a block on the lines below.</summary>
    private bool TryValue(string text, int indent, int depth, out JsonNode? value)
    {
        if (text.Length > 0)
        {
            return TryScalar(text, out value);
        }

        value = null;
        var none = AtEnd || Current.Indent < indent || (Current.Indent == indent && !Current.IsItem);
        return none || TryBlock(depth + 1, out value);
    }

    private static bool TryScalar(string text, out JsonNode? value)
    {
        switch (text)
        {
            case "{}":
                value = new JsonObject();
                return true;
            case "[]":
                value = new JsonArray();
                return true;
            case ['"' or '\'', .., '"' or '\'']:
                value = text[1..^1];
                return IsSimplyQuoted(text);
            default:
                return TryPlain(text, out value);
        }
    }

    private static bool IsSimplyQuoted(string text)
    {
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] is < ' ' or > '~' or '\\' || text[i] == text[0])
            {
                return false;
            }
        }

        return text[^1] == text[0];
    }

    /// <summary>One word that begins with a letter, so that it is no number; it may be a word for true, false or null.</summary>
    private static bool TryPlain(string text, out JsonNode? value)
    {
        value = null;
        if (text.Length == 0 || !char.IsAsciiLetter(text[0]) || text[^1] == ':')
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or '/' or '+' or '=' or '@' or ':'))
            {
                return false;
            }
        }

        value = YamlScalar.Resolve(text);
        return true;
    }

    /// <summary>Where the colon of a key stands; negative when the line has none.</summary>
    private static int KeyLength(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon >= 0 ? colon : text.EndsWith(':') ? text.Length - 1 : -1;
    }

    private sealed record Line(int Indent, string Text)
    {
        public bool IsItem => Text.StartsWith("- ", StringComparison.Ordinal);
    }
}
