using System.Globalization;

namespace Kctl.Printing.GoTemplates;

/// <summary>Builds the tree of a template.</summary>
internal sealed class TemplateParser
{
    private const int MaximumDepth = 100;

    private readonly List<Chunk> _chunks;
    private readonly Dictionary<string, IReadOnlyList<TemplateNode>> _named = new(StringComparer.Ordinal);
    private IReadOnlyList<Token> _tokens = [];
    private int _chunk;
    private int _at;
    private int _depth;

    private TemplateParser(string text)
    {
        _chunks = TemplateLexer.Cut(text);
        Body = Nodes(out var end);
        if (end.Length > 0)
        {
            throw Error($"unexpected {{{{{end}}}}}");
        }
    }

    public IReadOnlyList<TemplateNode> Body { get; }

    /// <summary>What <c>define</c> has named.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<TemplateNode>> Named => _named;

    public static TemplateParser Parse(string text) => new(text);

    private Token Current => _at < _tokens.Count ? _tokens[_at] : new Token(TokenKind.End, "", true);

    /// <summary>The nodes up to an <c>end</c> or <c>else</c>, which is told; empty at the end of the template.</summary>
    private List<TemplateNode> Nodes(out string end)
    {
        if (++_depth > MaximumDepth)
        {
            throw Error("nested too deeply");
        }

        var nodes = new List<TemplateNode>();
        end = "";
        while (_chunk < _chunks.Count)
        {
            var chunk = _chunks[_chunk++];
            if (chunk.Text is not null)
            {
                nodes.Add(new TextNode(chunk.Text));
                continue;
            }

            (_tokens, _at) = (chunk.Tokens, 0);
            if (Current is { Kind: TokenKind.Word, Text: "end" or "else" })
            {
                end = Take().Text;
                break;
            }

            if (Action() is { } node)
            {
                nodes.Add(node);
            }
        }

        _depth--;
        return nodes;
    }

    private TemplateNode? Action()
    {
        switch (Current.Kind == TokenKind.Word ? Current.Text : "")
        {
            case "if" or "with" or "range":
                return Branch(Take().Text);
            case "define" or "block":
                return Define(Take().Text);
            case "template":
                Take();
                var call = new CallNode(Name(), Current.Kind == TokenKind.End ? null : Pipeline("template"));
                return Ended(call);
            case "break" or "continue":
                return Ended(new JumpNode(Take().Text == "break"));
            default:
                return Ended(new ActionNode(Pipeline("command")));
        }
    }

    private BranchNode Branch(string keyword)
    {
        var pipeline = Ended(Pipeline(keyword));
        var body = Nodes(out var end);
        IReadOnlyList<TemplateNode> other = [];
        if (end == "else" && Current is { Kind: TokenKind.Word, Text: "if" or "with" })
        {
            // "else if" has one end for both.
            return new BranchNode(keyword, pipeline, body, [Branch(Take().Text)]);
        }

        if (end == "else")
        {
            other = Nodes(out end);
        }

        return end == "end" ? new BranchNode(keyword, pipeline, body, other) : throw Error(end.Length == 0 ? "unexpected EOF" : "expected end; found {{else}}");
    }

    private CallNode? Define(string keyword)
    {
        var name = Name();
        var argument = keyword == "block" ? Pipeline("block") : null;
        Ended(name);
        var body = Nodes(out var end);
        if (end != "end")
        {
            throw Error("unexpected EOF");
        }

        _named[name] = body;
        return keyword == "block" ? new CallNode(name, argument) : null;
    }

    private string Name() => Current.Kind == TokenKind.Text ? Take().Text : throw Error("expected a template's name in quotes");

    private T Ended<T>(T node) => Current.Kind == TokenKind.End ? node : throw Error($"unexpected \"{Current.Text}\" in command");

    private Pipeline Pipeline(string context)
    {
        var variables = new List<string>();
        var declares = Variables(variables);
        var commands = new List<IReadOnlyList<Operand>>();
        do
        {
            var command = Command();
            commands.Add(command.Count > 0 ? command : throw Error($"missing value for {context}"));
        }
        while (TakeSign("|"));
        return new Pipeline(variables, declares, commands);
    }

    /// <summary><c>$x :=</c>, <c>$x =</c>, <c>$i, $x :=</c></summary>
    private bool Variables(List<string> variables)
    {
        var signAt = Current.Kind != TokenKind.Variable ? -1 : SignAt(_at + 1) is ":=" or "=" ? _at + 1 : SignAt(_at + 1) == "," ? _at + 3 : -1;
        if (signAt < 0 || SignAt(signAt) is not (":=" or "="))
        {
            return false;
        }

        for (; _at < signAt; _at++)
        {
            if (Current.Kind == TokenKind.Variable)
            {
                variables.Add(Current.Text);
            }
        }

        return Take().Text == ":=";
    }

    private string SignAt(int at) => at < _tokens.Count && _tokens[at].Kind == TokenKind.Sign ? _tokens[at].Text : "";

    private List<Operand> Command()
    {
        var operands = new List<Operand>();
        while (Current.Kind != TokenKind.End && SignAt(_at) is not ("|" or ")"))
        {
            operands.Add(WithFields(Operand()));
        }

        return operands;
    }

    private Operand WithFields(Operand operand)
    {
        var fields = new List<string>();
        while (Current is { Kind: TokenKind.Field, Spaced: false })
        {
            fields.Add(Take().Text);
        }

        return fields.Count == 0 ? operand
            : operand is FieldsOperand { Of: null } start ? start with { Fields = [.. start.Fields, .. fields] }
            : new FieldsOperand(operand, fields);
    }

    private Operand Operand()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Field:
                return new FieldsOperand(null, [token.Text]);
            case TokenKind.Dot:
                return new FieldsOperand(null, []);
            case TokenKind.Variable:
                return new VariableOperand(token.Text);
            case TokenKind.Text:
                return new ConstantOperand(token.Text);
            case TokenKind.Number:
                return new ConstantOperand(Number(token.Text));
            case TokenKind.Word:
                return Word(token.Text);
            case TokenKind.Sign when token.Text == "(":
                var nested = new NestedOperand(Pipeline("parenthesized pipeline"));
                return TakeSign(")") ? nested : throw Error("unclosed left paren");
            default:
                throw Error($"unexpected \"{token.Text}\" in operand");
        }
    }

    private Operand Word(string word) => word switch
    {
        "true" or "false" => new ConstantOperand(word == "true"),
        "nil" => new ConstantOperand(null),
        _ => TemplateFunctions.Known(word) ? new FunctionOperand(word) : throw Error($"function \"{word}\" not defined"),
    };

    private object Number(string text)
    {
        var plain = text.Replace("_", "");
        return long.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
            : plain.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && long.TryParse(plain.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex
            : double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? (object)real
            : throw Error($"bad number syntax: \"{text}\"");
    }

    private Token Take() => _at < _tokens.Count ? _tokens[_at++] : new Token(TokenKind.End, "", true);

    private bool TakeSign(string sign)
    {
        var found = SignAt(_at) == sign;
        _at += found ? 1 : 0;
        return found;
    }

    private GoTemplateException Error(string message) => new(message, _chunk == 0 ? 1 : _chunks[Math.Min(_chunk, _chunks.Count) - 1].Line);
}
