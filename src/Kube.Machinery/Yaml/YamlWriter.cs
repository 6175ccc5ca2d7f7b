using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Machinery.Yaml;

/// <summary>Writes YAML the way kubectl's library does: two spaces, lists not indented below their key, long text broken at a space after column 80.</summary>
internal sealed class YamlWriter
{
    private const int Step = 2;
    private const int BestWidth = 80;

    private readonly StringBuilder _out = new();
    private int _lineStart;

    public static string Write(JsonNode? node)
    {
        var writer = new YamlWriter();
        writer.Node(node, 0, -Step);
        writer.Line();
        return writer._out.ToString();
    }

    private int Column => _out.Length - _lineStart;

    private void Line()
    {
        if (_out.Length == 0 || _out[^1] != '\n')
        {
            _out.Append('\n');
        }

        _lineStart = _out.Length;
    }

    private void Break(int indent)
    {
        Line();
        _out.Append(' ', indent);
    }

    /// <summary>Writes a value whose block form begins at <paramref name="indent"/>, inside of a collection at <paramref name="outer"/>.</summary>
    private void Node(JsonNode? node, int indent, int outer)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } obj:
                Mapping(obj, indent);
                break;
            case JsonObject:
                _out.Append("{}");
                break;
            case JsonArray { Count: > 0 } array:
                Sequence(array, indent);
                break;
            case JsonArray:
                _out.Append("[]");
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Text(value.GetValue<string>(), outer + Step, isKey: false);
                break;
            default:
                _out.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private void Mapping(JsonObject obj, int indent)
    {
        var first = true;
        foreach (var (name, value) in obj.OrderBy(p => p.Key, NaturalOrder.Instance))
        {
            if (!first)
            {
                Break(indent);
            }

            first = false;
            Text(name, indent, isKey: true);
            _out.Append(':');
            if (value is JsonObject { Count: > 0 })
            {
                Break(indent + Step);
                Node(value, indent + Step, indent);
            }
            else if (value is JsonArray { Count: > 0 })
            {
                Break(indent);
                Node(value, indent, indent);
            }
            else
            {
                _out.Append(' ');
                Node(value, indent, indent);
            }
        }
    }

    private void Sequence(JsonArray array, int indent)
    {
        for (var i = 0; i < array.Count; i++)
        {
            if (i > 0)
            {
                Break(indent);
            }

            _out.Append("- ");
            Node(array[i], indent + Step, indent);
        }
    }

    private void Text(string text, int indent, bool isKey)
    {
        var form = ScalarForm.Of(text);
        if (text.Contains('\n') && form.Block && !isKey)
        {
            Literal(text, indent);
        }
        else if (text.Contains('\n') || (isKey && text == "<<") || YamlScalar.NeedsQuotes(text) || form is { Plain: false, Single: false })
        {
            DoubleQuoted(text, indent, isKey);
        }
        else if (form.Plain)
        {
            Folded(text, indent, isKey, quoted: false);
        }
        else
        {
            _out.Append('\'');
            Folded(text.Replace("'", "''"), indent, isKey, quoted: true);
            _out.Append('\'');
        }
    }

    private void Literal(string text, int indent)
    {
        _out.Append('|');
        if (text[0] is ' ' or '\n')
        {
            _out.Append(Step.ToString(CultureInfo.InvariantCulture));
        }

        if (text[^1] != '\n')
        {
            _out.Append('-');
        }
        else if (text.Length == 1 || text[^2] == '\n')
        {
            _out.Append('+');
        }

        var lines = text.Split('\n');
        var count = text[^1] == '\n' ? lines.Length - 1 : lines.Length;
        _out.Append('\n');
        for (var i = 0; i < count; i++)
        {
            if (lines[i].Length > 0)
            {
                _out.Append(' ', indent).Append(lines[i]);
            }

            if (i < count - 1 || text[^1] == '\n')
            {
                _out.Append('\n');
            }
        }

        _lineStart = _out.Length;
    }

    private void Folded(string text, int indent, bool isKey, bool quoted)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var inside = !quoted || (i > 0 && i < text.Length - 1);
            if (text[i] == ' ' && !isKey && inside && Column > BestWidth && i + 1 < text.Length && text[i + 1] != ' ' && (i == 0 || text[i - 1] != ' '))
            {
                Break(indent);
            }
            else
            {
                _out.Append(text[i]);
            }
        }
    }

    private void DoubleQuoted(string text, int indent, bool isKey)
    {
        _out.Append('"');
        var spaces = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ' ' && !isKey && !spaces && Column > BestWidth && i > 0 && i < text.Length - 1)
            {
                Break(indent);
                if (text[i + 1] == ' ')
                {
                    _out.Append('\\');
                }

                spaces = true;
                continue;
            }

            spaces = c == ' ';
            if (char.IsHighSurrogate(c) && i + 1 < text.Length)
            {
                _out.Append(CultureInfo.InvariantCulture, $"\\U{char.ConvertToUtf32(c, text[++i]):X8}");
                continue;
            }

            Escaped(c);
        }

        _out.Append('"');
    }

    private void Escaped(char c)
    {
        _ = c switch
        {
            '"' => _out.Append("\\\""),
            '\\' => _out.Append("\\\\"),
            '\0' => _out.Append("\\0"),
            '\a' => _out.Append("\\a"),
            '\b' => _out.Append("\\b"),
            '\t' => _out.Append("\\t"),
            '\n' => _out.Append("\\n"),
            '\v' => _out.Append("\\v"),
            '\f' => _out.Append("\\f"),
            '\r' => _out.Append("\\r"),
            '\u001b' => _out.Append("\\e"),
            '\u0085' => _out.Append("\\N"),
            '\u00a0' => _out.Append("\\_"),
            '\u2028' => _out.Append("\\L"),
            '\u2029' => _out.Append("\\P"),
            < ' ' or '\u007f' => _out.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:X2}"),
            '\ufeff' => _out.Append("\\uFEFF"),
            _ => _out.Append(c),
        };
    }
}
