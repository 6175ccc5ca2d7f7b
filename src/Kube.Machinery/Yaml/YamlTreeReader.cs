using Kube.Machinery.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kube.Machinery.Yaml;

/// <summary>Builds a <see cref="YamlTree"/> from the events of the YAML parser. Nesting and what aliases may multiply are bounded.</summary>
internal sealed class YamlTreeReader
{
    private const int MaximumAliased = 100_000;

    private readonly Parser _parser;
    private readonly string _source;
    private readonly int _lines;
    private readonly Dictionary<string, YamlTree> _anchors = new(StringComparer.Ordinal);
    private int _aliased;
    private int _depth;

    private YamlTreeReader(string text, string source)
    {
        _parser = new Parser(new StringReader(text));
        _source = source;
        _lines = text.AsSpan().TrimEnd().Count('\n') + 1;
    }

    /// <summary>The document of that number, null where there is none. Throws <see cref="YamlJsonException"/>.</summary>
    public static YamlTree? Read(string text, string source, int document)
    {
        var reader = new YamlTreeReader(text.TrimStart('\uFEFF'), source);
        try
        {
            reader._parser.Consume<StreamStart>();
            return reader.Document(document);
        }
        catch (YamlException e) when (e.Message.Contains("invalid tab", StringComparison.Ordinal))
        {
            var line = Math.Max(0, Array.FindIndex(text.Split('\n'), Math.Min((int)e.Start.Line - 1, reader._lines - 1), l => l.AsSpan(0, l.Length - l.AsSpan().TrimStart().Length).Contains('\t'))) + 1;
            throw new YamlJsonException($"{source}:{line}: found a tab as indentation; YAML takes only spaces", line, 1);
        }
        catch (YamlException e)
        {
            throw reader.Error(e.Message.Contains("While ", StringComparison.Ordinal) ? e.End : e.Start, Clean(e.Message));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException)
        {
            throw reader.Error(reader._parser.Current?.Start ?? Mark.Empty, e.Message);
        }
    }

    /// <summary>The only document may be empty; of several the empty ones do not count.</summary>
    private YamlTree? Document(int number)
    {
        for (var passed = 0; _parser.TryConsume<DocumentStart>(out _); _parser.Consume<DocumentEnd>())
        {
            passed += number > 1 && _parser.Accept<Scalar>(out var only) && only.Value.Length == 0 ? 0 : 1;
            if (passed == number)
            {
                return Node();
            }

            _parser.SkipThisAndNestedEvents();
        }

        return null;
    }

    private YamlJsonException Error(Mark mark, string message)
    {
        var line = Math.Clamp((int)mark.Line, 1, _lines);
        return new YamlJsonException($"{_source}:{line}: {message}", line, Math.Max((int)mark.Column, 1));
    }

    /// <summary>The parser begins its messages with marks of its own, and some with a capital letter.</summary>
    private static string Clean(string message)
    {
        var prefix = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        message = (prefix >= 0 ? message[(prefix + 3)..] : message).Trim().TrimEnd('.');
        return message.Length > 1 && char.IsUpper(message[0]) && char.IsLower(message[1]) ? char.ToLowerInvariant(message[0]) + message[1..] : message;
    }

    private YamlTree Node()
    {
        var current = _parser.Current;
        var mark = current?.Start ?? Mark.Empty;
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Alias(alias);
        }

        if (++_depth > JsonTree.MaximumDepth)
        {
            throw Error(mark, $"nested deeper than {JsonTree.MaximumDepth} levels");
        }

        var named = current as NodeEvent;
        var node = current switch
        {
            MappingStart => Mapping((int)mark.Line),
            SequenceStart => Sequence((int)mark.Line),
            Scalar => Text(_parser.Consume<Scalar>()),
            _ => throw Error(mark, $"did not expect {current?.GetType().Name ?? "the end"}"),
        };
        _depth--;
        if (named is { Tag: { IsEmpty: false, IsNonSpecific: false } tag })
        {
            node = node with { Tag = tag.Value };
        }

        if (named is { Anchor.IsEmpty: false })
        {
            _anchors[named.Anchor.Value] = node;
        }

        return node;
    }

    private YamlTree Alias(AnchorAlias alias)
    {
        // An anchor becomes known when its value is complete: a value that contains itself finds none.
        if (!_anchors.TryGetValue(alias.Value.Value, out var node))
        {
            throw Error(alias.Start, $"unknown anchor '{alias.Value.Value}' referenced");
        }

        _aliased += Size(node);
        return _aliased <= MaximumAliased ? node : throw Error(alias.Start, "document contains excessive aliasing");
    }

    private static int Size(YamlTree node)
    {
        var size = 1;
        foreach (var child in node.Items.Concat(node.Entries.Select(e => e.Value)))
        {
            size += Size(child);
            if (size > MaximumAliased)
            {
                break;
            }
        }

        return size;
    }

    private YamlTree Text(Scalar scalar) => new(YamlShape.Scalar, _source, (int)scalar.Start.Line) { Text = scalar.Value, IsPlain = scalar.Style == ScalarStyle.Plain };

    private YamlTree Sequence(int line)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<YamlTree>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node());
        }

        return new YamlTree(YamlShape.Sequence, _source, line) { Items = items };
    }

    private YamlTree Mapping(int line)
    {
        _parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var merged = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var mark = _parser.Current?.Start ?? Mark.Empty;
            var isMerge = _parser.Current is Scalar { Value: "<<", Style: ScalarStyle.Plain };
            var key = Node();
            var value = Node();
            if (isMerge)
            {
                Merge(merged, value, mark);
            }
            else if (key.Shape != YamlShape.Scalar)
            {
                throw Error(mark, "a key must be a text, number or boolean");
            }
            else if (!keys.Add(key.Text))
            {
                throw Error(mark, $"mapping key \"{key.Text}\" already defined at line {entries.First(e => e.Key == key.Text).Line}");
            }
            else
            {
                entries.Add(new YamlEntry(key.Text, key.Line, value));
            }
        }

        return new YamlTree(YamlShape.Mapping, _source, line) { Entries = [.. entries, .. merged.Where(m => !keys.Contains(m.Key))] };
    }

    private void Merge(List<YamlEntry> merged, YamlTree source, Mark mark)
    {
        foreach (var item in source.Shape == YamlShape.Sequence ? source.Items : [source])
        {
            if (item.Shape != YamlShape.Mapping)
            {
                throw Error(mark, "map merge requires map or sequence of maps as the value");
            }

            merged.AddRange(item.Entries.Where(e => merged.All(m => m.Key != e.Key)));
        }
    }
}
