using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Kube.Machinery.JsonPath;

/// <summary>Reads templates. Grammar and error texts are kubectl's.</summary>
internal sealed class JsonPathParser
{
    private const int MaximumDepth = 64;
    private static readonly string[] s_operators = ["==", "!=", "<=", ">=", "<", ">"];

    private readonly string _text;
    private readonly int _depth;
    private int _at;

    private JsonPathParser(string text, int depth)
    {
        _text = text;
        _depth = depth < MaximumDepth ? depth : throw new JsonPathException("filters are nested too deeply");
    }

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    public static IReadOnlyList<PathNode> Parse(string text)
    {
        var flat = new JsonPathParser(text, 0).Template();
        var at = 0;
        return Blocks(flat, ref at, 0);
    }

    private static StepsNode Path(string text, int depth)
    {
        var parser = new JsonPathParser(text.Trim() + "}", depth + 1);
        var action = parser.Action() as StepsNode ?? throw new JsonPathException($"unrecognized identifier {text.Trim()}");
        return parser._at == parser._text.Length ? action : throw new JsonPathException($"unexpected text after path: {text}");
    }

    /// <summary>Puts what stands between range and end below the range.</summary>
    private static List<PathNode> Blocks(List<PathNode> flat, ref int at, int depth)
    {
        var result = new List<PathNode>();
        while (at < flat.Count)
        {
            switch (flat[at++])
            {
                case KeywordNode { IsEnd: true } when depth > 0:
                    return result;
                case KeywordNode { IsEnd: true }:
                    throw new JsonPathException("not in range, nothing to end");
                case KeywordNode range:
                    result.Add(depth < MaximumDepth ? new RangeNode(range.Path, Blocks(flat, ref at, depth + 1)) : throw new JsonPathException("ranges are nested too deeply"));
                    break;
                case var node:
                    result.Add(node);
                    break;
            }
        }

        return result;
    }

    private List<PathNode> Template()
    {
        var nodes = new List<PathNode>();
        while (_at < _text.Length)
        {
            var open = _text.IndexOf('{', _at);
            var end = open < 0 ? _text.Length : open;
            if (end > _at)
            {
                nodes.Add(new TextNode(_text[_at..end]));
            }

            _at = end;
            if (open >= 0)
            {
                _at++;
                nodes.Add(Action());
            }
        }

        return nodes;
    }

    private PathNode Action()
    {
        var steps = new List<PathNode>();
        var range = false;
        while (true)
        {
            if (_at >= _text.Length || Current is '\n' or '\r')
            {
                throw new JsonPathException("unclosed action");
            }

            var c = Current;
            switch (c)
            {
                case '}':
                    _at++;
                    return range ? new KeywordNode(new StepsNode(steps), IsEnd: false) : new StepsNode(steps);
                case ' ' or '@' or '$':
                    _at++;
                    break;
                case '[':
                    steps.Add(Bracket());
                    break;
                case '"' or '\'':
                    steps.Add(new LiteralNode(JsonValue.Create(Quoted(c))));
                    break;
                case '.':
                    steps.Add(Dot());
                    break;
                case '*':
                    _at++;
                    steps.Add(new WildcardNode());
                    break;
                case '+' or '-' or (>= '0' and <= '9'):
                    steps.Add(Number());
                    break;
                default:
                    var word = Word(c);
                    switch (word)
                    {
                        case "range" when steps.Count == 0 && !range:
                            range = true;
                            break;
                        case "end" when steps.Count == 0 && !range:
                            SkipToBrace();
                            return new KeywordNode(new StepsNode([]), IsEnd: true);
                        case "true" or "false":
                            steps.Add(new LiteralNode(JsonValue.Create(word == "true")));
                            break;
                        default:
                            throw new JsonPathException($"unrecognized identifier {word}");
                    }

                    break;
            }
        }
    }

    private void SkipToBrace()
    {
        while (Current == ' ')
        {
            _at++;
        }

        if (Current != '}')
        {
            throw new JsonPathException("unclosed action");
        }

        _at++;
    }

    private string Word(char c)
    {
        if (!char.IsAsciiLetter(c) && c != '_')
        {
            throw new JsonPathException($"unrecognized character in action: U+{(int)c:X4} '{c}'");
        }

        var start = _at;
        while (char.IsLetterOrDigit(Current) || Current == '_')
        {
            _at++;
        }

        return _text[start.._at];
    }

    private LiteralNode Number()
    {
        var start = _at++;
        while (char.IsAsciiDigit(Current) || Current == '.')
        {
            _at++;
        }

        var text = _text[start.._at];
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? new LiteralNode(JsonValue.Create(whole))
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? new LiteralNode(JsonValue.Create(real))
            : throw new JsonPathException($"cannot parse number {text}");
    }

    private string Quoted(char quote)
    {
        var start = ++_at;
        var result = new StringBuilder();
        for (; Current != quote; _at++)
        {
            if (_at >= _text.Length)
            {
                throw new JsonPathException($"unterminated quoted string {_text[(start - 1)..]}");
            }

            if (Current != '\\' || _at + 1 >= _text.Length)
            {
                result.Append(Current);
                continue;
            }

            _at++;
            result.Append(Current switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '0' => '\0', var other => other });
        }

        _at++;
        return result.ToString();
    }

    private PathNode Dot()
    {
        _at++;
        if (Current == '.')
        {
            _at++;
            if (Current == '.')
            {
                throw new JsonPathException("invalid multiple recursive descent");
            }

            if (Current is not ('[' or '}' or ' ' or '*' or '\0'))
            {
                return new StepsNode([new RecursiveNode(), new FieldNode(FieldName())]);
            }

            return new RecursiveNode();
        }

        if (Current == '*')
        {
            _at++;
            return new WildcardNode();
        }

        return new FieldNode(FieldName());
    }

    private string FieldName()
    {
        var name = new StringBuilder();
        while (_at < _text.Length && !(char.IsWhiteSpace(Current) || Current is '.' or ',' or '[' or ']' or '$' or '@' or '{' or '}'))
        {
            if (Current == '\\' && _at + 1 < _text.Length)
            {
                _at++;
            }

            name.Append(Current);
            _at++;
        }

        return name.ToString();
    }

    private PathNode Bracket()
    {
        var content = Balanced();
        if (content.StartsWith("?(", StringComparison.Ordinal))
        {
            return content.EndsWith(')') ? Filter(content[2..^1]) : throw new JsonPathException("unterminated filter");
        }

        if (content.Length == 0)
        {
            throw new JsonPathException("invalid array index ");
        }

        var parts = SplitOutsideQuotes(content, ',');
        return parts.Count == 1 ? Subscript(parts[0].Trim()) : new UnionNode([.. parts.Select(p => new StepsNode([Subscript(p.Trim())]))]);
    }

    private PathNode Subscript(string text)
    {
        if (text == "*")
        {
            return new WildcardNode();
        }

        if (text.Length >= 2 && text[0] is '\'' or '"' && text[^1] == text[0])
        {
            return new FieldNode(text[1..^1].Replace("\\", ""));
        }

        if (text.StartsWith('.') || text.StartsWith('@') || text.StartsWith('$'))
        {
            return Path(text, _depth);
        }

        var parts = text.Split(':');
        var numbers = parts.Select(p => p.Length == 0 && parts.Length > 1 ? null
            : int.TryParse(p, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? (int?)n
            : throw new JsonPathException($"invalid array index {text}")).ToList();
        return numbers.Count switch
        {
            1 => new SliceNode(numbers[0], null, null, IsIndex: true),
            <= 3 => new SliceNode(numbers[0], numbers[1], numbers.ElementAtOrDefault(2), IsIndex: false),
            _ => throw new JsonPathException($"invalid array index {text}"),
        };
    }

    private FilterNode Filter(string text)
    {
        var (at, sign) = FindOperator(text);
        return sign.Length == 0
            ? new FilterNode(Path(text, _depth), "exists", null)
            : new FilterNode(Path(text[..at], _depth), sign, Path(text[(at + sign.Length)..], _depth));
    }

    private static (int At, string Sign) FindOperator(string text)
    {
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '\'' or '"')
            {
                quote = c;
            }
            else if (s_operators.FirstOrDefault(o => string.CompareOrdinal(text, i, o, 0, o.Length) == 0) is { } sign)
            {
                return (i, sign);
            }
        }

        return (-1, "");
    }

    /// <summary>What stands between the bracket here and the one that closes it.</summary>
    private string Balanced()
    {
        var start = ++_at;
        var depth = 1;
        var quote = '\0';
        for (; _at < _text.Length; _at++)
        {
            var c = Current;
            if (c == '\\')
            {
                _at++;
            }
            else if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '\'' or '"')
            {
                quote = c;
            }
            else if (c == '[')
            {
                depth++;
            }
            else if (c == ']' && --depth == 0)
            {
                return _text[start.._at++];
            }
        }

        throw new JsonPathException(_text.AsSpan(start).StartsWith("?(") ? "unterminated filter" : "unterminated array");
    }

    private static List<string> SplitOutsideQuotes(string text, char separator)
    {
        var parts = new List<string>();
        var quote = '\0';
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (quote != '\0')
            {
                quote = text[i] == quote ? '\0' : quote;
            }
            else if (text[i] is '\'' or '"')
            {
                quote = text[i];
            }
            else if (text[i] == separator)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    /// <summary>Range and end, before they are paired.</summary>
    private sealed record KeywordNode(StepsNode Path, bool IsEnd) : PathNode;
}
