using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Machinery.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kube.Machinery.Yaml;

/// <summary>Builds JSON from the events of the YAML parser. Nesting and what aliases may multiply are bounded.</summary>
internal sealed class YamlReader
{
    /// <summary>Nodes that aliases may add to a document; a bomb of nested aliases asks for billions.</summary>
    private const int MaximumAliased = 100_000;

    private readonly Parser _parser;
    private readonly Dictionary<string, JsonNode?> _anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private int _aliased;
    private int _depth;

    private readonly int _lines;

    private YamlReader(string text)
    {
        _lines = Math.Max(1, text.AsSpan().TrimEnd('\n').Count('\n') + 1);
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>All documents that are not empty. Throws <see cref="YamlJsonException"/>.</summary>
    public static List<YamlDocument> ReadAll(string text)
    {
        var reader = new YamlReader(text);
        try
        {
            return reader.Documents();
        }
        catch (YamlException e)
        {
            throw e.Message.Contains("invalid tab", StringComparison.Ordinal) ? TabError(text, (int)e.Start.Line) : reader.Error(e.Message.Contains("While ", StringComparison.Ordinal) ? e.End : e.Start, Clean(e));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException and not YamlJsonException or IndexOutOfRangeException or OverflowException or KeyNotFoundException)
        {
            throw reader.Error(reader.Position, e.Message);
        }
    }

    private Mark Position => _parser.Current?.Start ?? Mark.Empty;

    private YamlJsonException Error(Mark mark, string message)
    {
        // At the end of the text the parser stands on the line after the last.
        var line = Math.Clamp((int)mark.Line, 1, _lines);
        var column = Math.Max((int)mark.Column, 1);
        return new YamlJsonException($"error converting YAML to JSON: yaml: line {line}: {message} (column {column})", line, column);
    }

    /// <summary>The parser names the line where the mapping began; the tab is on a later one.</summary>
    private static YamlJsonException TabError(string text, int from)
    {
        var lines = text.Split('\n');
        var index = Math.Max(0, Array.FindIndex(lines, Math.Clamp(from - 1, 0, lines.Length - 1), l => l.AsSpan(0, l.Length - l.AsSpan().TrimStart().Length).Contains('\t')));
        var column = Math.Max(0, lines[index].IndexOf('\t')) + 1;
        return new YamlJsonException($"error converting YAML to JSON: yaml: line {index + 1}: found a tab as indentation; YAML takes only spaces (column {column})", index + 1, column);
    }

    private static string Clean(YamlException e)
    {
        var message = e.Message;
        var prefix = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        message = (prefix >= 0 ? message[(prefix + 3)..] : message).Trim().TrimEnd('.');
        return message.Length > 1 && char.IsUpper(message[0]) && char.IsLower(message[1]) ? char.ToLowerInvariant(message[0]) + message[1..] : message;
    }

    private List<YamlDocument> Documents()
    {
        var found = new List<YamlDocument>();
        _parser.Consume<StreamStart>();
        while (!_parser.TryConsume<StreamEnd>(out _))
        {
            var start = _parser.Consume<DocumentStart>();
            var line = (int)(_parser.Current is Scalar { Value: "" } ? start.Start.Line : Position.Line);
            _anchors.Clear();
            _aliased = 0;
            var node = Node();
            _parser.Consume<DocumentEnd>();
            if (node is not null)
            {
                found.Add(new YamlDocument(node, line));
            }
        }

        return found;
    }

    private JsonNode? Node()
    {
        var mark = Position;
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Alias(alias);
        }

        if (++_depth > JsonTree.MaximumDepth)
        {
            throw Error(mark, $"nested deeper than {JsonTree.MaximumDepth} levels");
        }

        var anchor = _parser.Current is NodeEvent { Anchor.IsEmpty: false } named ? named.Anchor.Value : null;
        if (anchor is not null)
        {
            _open.Add(anchor);
        }

        var node = _parser.Current switch
        {
            MappingStart => Mapping(),
            SequenceStart => Sequence(),
            Scalar => ScalarValue(_parser.Consume<Scalar>()),
            var other => throw Error(mark, $"did not expect {other?.GetType().Name ?? "the end"}"),
        };
        _depth--;
        if (anchor is not null)
        {
            _open.Remove(anchor);
            _anchors[anchor] = node;
        }

        return node;
    }

    private JsonNode? Alias(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (_open.Contains(name))
        {
            throw Error(alias.Start, $"anchor '{name}' value contains itself");
        }

        if (!_anchors.TryGetValue(name, out var node))
        {
            throw Error(alias.Start, $"unknown anchor '{name}' referenced");
        }

        Count(node, alias.Start);
        return node?.DeepClone();
    }

    private void Count(JsonNode? node, Mark mark)
    {
        if (++_aliased > MaximumAliased)
        {
            throw Error(mark, "document contains excessive aliasing");
        }

        switch (node)
        {
            case JsonObject obj:
                foreach (var (_, value) in obj)
                {
                    Count(value, mark);
                }

                break;
            case JsonArray array:
                foreach (var item in array)
                {
                    Count(item, mark);
                }

                break;
            default:
                break;
        }
    }

    private JsonArray Sequence()
    {
        _parser.Consume<SequenceStart>();
        var list = new JsonArray();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            list.Add(Node());
        }

        return list;
    }

    private JsonObject Mapping()
    {
        _parser.Consume<MappingStart>();
        var result = new JsonObject();
        var merged = new JsonObject();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var mark = Position;
            if (_parser.Current is Scalar { Value: "<<", Style: ScalarStyle.Plain })
            {
                _parser.Consume<Scalar>();
                MergeInto(merged, Node(), mark);
            }
            else
            {
                var key = Key(Node(), mark);
                result[key] = Node();
            }
        }

        foreach (var (name, value) in merged)
        {
            if (!result.ContainsKey(name))
            {
                result[name] = value?.DeepClone();
            }
        }

        return result;
    }

    private void MergeInto(JsonObject merged, JsonNode? source, Mark mark)
    {
        IEnumerable<JsonNode?> sources = source is JsonArray list ? list : [source];
        foreach (var item in sources)
        {
            foreach (var (name, value) in item as JsonObject ?? throw Error(mark, "map merge requires map or sequence of maps as the value"))
            {
                if (!merged.ContainsKey(name))
                {
                    merged[name] = value?.DeepClone();
                }
            }
        }
    }

    private string Key(JsonNode? key, Mark mark) => key switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value => value.ToJsonString(),
        _ => throw Error(mark, $"a key must be a string, number or boolean, found {JsonTree.NameOf(key)}"),
    };

    private JsonNode? ScalarValue(Scalar scalar)
    {
        var tag = scalar.Tag.IsEmpty ? "" : scalar.Tag.Value;
        var plain = scalar.Style == ScalarStyle.Plain && tag is "" or "?";
        try
        {
            return tag switch
            {
                _ when plain => Checked(YamlScalar.Resolve(scalar.Value)),
                "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" or "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:null" => Tagged(scalar, tag),
                "tag:yaml.org,2002:binary" => JsonValue.Create(Encoding.UTF8.GetString(Convert.FromBase64String(scalar.Value))),
                _ => Checked(JsonValue.Create(scalar.Value)),
            };
        }
        catch (FormatException e) when (e is not YamlJsonException)
        {
            throw Error(scalar.Start, e.Message);
        }
    }

    private static JsonNode? Tagged(Scalar scalar, string tag)
    {
        var value = YamlScalar.Resolve(scalar.Value);
        return value?.GetValueKind() is JsonValueKind.String
            ? throw new FormatException($"cannot decode !!str `{scalar.Value}` as a !!{tag[(tag.LastIndexOf(':') + 1)..]}")
            : value;
    }

    /// <summary>Half a surrogate pair cannot be written as UTF-8.</summary>
    private static JsonNode? Checked(JsonNode? node)
    {
        if (node is JsonValue value && value.TryGetValue<string>(out var text))
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    i++;
                }
                else if (char.IsSurrogate(text[i]))
                {
                    throw new FormatException("invalid Unicode character");
                }
            }
        }

        return node;
    }
}
