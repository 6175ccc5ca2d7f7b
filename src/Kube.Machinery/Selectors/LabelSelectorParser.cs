using Kube.Machinery.Validation;

namespace Kube.Machinery.Selectors;

/// <summary>Reads the text form of label selectors. Grammar and error texts are those of Kubernetes.</summary>
internal sealed class LabelSelectorParser
{
    private readonly List<SelectorToken> _tokens;
    private int _position;

    private LabelSelectorParser(string text) => _tokens = SelectorToken.Scan(text);

    public static List<Requirement> Parse(string text)
    {
        var parser = new LabelSelectorParser(text);
        try
        {
            return parser.ParseAll();
        }
        catch (SelectorException e) when (e.Data.Contains(nameof(Requirement)))
        {
            throw new SelectorException($"unable to parse requirement: {e.Message}");
        }
    }

    private List<Requirement> ParseAll()
    {
        var requirements = new List<Requirement>();
        while (true)
        {
            var next = Peek();
            if (next.Kind == SelectorTokenKind.End)
            {
                return requirements;
            }

            if (next.Kind is not (SelectorTokenKind.Identifier or SelectorTokenKind.Not))
            {
                throw new SelectorException($"found '{next.Text}', expected: !, identifier, or 'end of string'");
            }

            requirements.Add(ParseMarked());
            var after = Take();
            if (after.Kind == SelectorTokenKind.End)
            {
                return requirements;
            }

            if (after.Kind != SelectorTokenKind.Comma)
            {
                throw new SelectorException($"found '{after.Text}', expected: ',' or 'end of string'");
            }

            var following = Peek();
            if (following.Kind is not (SelectorTokenKind.Identifier or SelectorTokenKind.Not))
            {
                throw new SelectorException($"found '{following.Text}', expected: identifier after ','");
            }
        }
    }

    private Requirement ParseMarked()
    {
        try
        {
            return ParseRequirement();
        }
        catch (SelectorException e)
        {
            e.Data[nameof(Requirement)] = true;
            throw;
        }
    }

    private Requirement ParseRequirement()
    {
        var token = Take();
        var negated = token.Kind == SelectorTokenKind.Not;
        if (negated)
        {
            token = Take();
        }

        if (token.Kind != SelectorTokenKind.Identifier)
        {
            throw new SelectorException($"found '{token.Text}', expected: identifier");
        }

        var key = token.Text;
        if (LabelRules.QualifiedNameError(key) is { } problem)
        {
            throw new SelectorException($"<nil>: Invalid value: \"{key}\": {problem}");
        }

        if (negated || Peek().Kind is SelectorTokenKind.End or SelectorTokenKind.Comma)
        {
            return Requirement.Create(key, negated ? SelectorOperator.DoesNotExist : SelectorOperator.Exists);
        }

        var comparison = ParseOperator();
        return Requirement.Create(key, comparison, comparison is SelectorOperator.In or SelectorOperator.NotIn ? ParseValues() : [ParseExactValue()]);
    }

    private SelectorOperator ParseOperator()
    {
        var token = _tokens[Math.Min(_position++, _tokens.Count - 1)];
        return token.Kind switch
        {
            SelectorTokenKind.In => SelectorOperator.In,
            SelectorTokenKind.NotIn => SelectorOperator.NotIn,
            SelectorTokenKind.Equal => SelectorOperator.Equal,
            SelectorTokenKind.DoubleEqual => SelectorOperator.DoubleEqual,
            SelectorTokenKind.NotEqual => SelectorOperator.NotEqual,
            SelectorTokenKind.Greater => SelectorOperator.GreaterThan,
            SelectorTokenKind.Less => SelectorOperator.LessThan,
            _ => throw new SelectorException($"found '{token.Text}', expected: in, notin, =, ==, !=, gt, lt"),
        };
    }

    private List<string> ParseValues()
    {
        var open = Take();
        if (open.Kind != SelectorTokenKind.Open)
        {
            throw new SelectorException($"found '{open.Text}' expected: '('");
        }

        var next = Peek();
        switch (next.Kind)
        {
            case SelectorTokenKind.Close:
                Take();
                return [];
            case SelectorTokenKind.Identifier or SelectorTokenKind.Comma:
                var values = ParseIdentifiers();
                var close = Take();
                return close.Kind == SelectorTokenKind.Close ? values : throw new SelectorException($"found '{close.Text}', expected: ')'");
            default:
                throw new SelectorException($"found '{next.Text}', expected: ',', ')' or identifier");
        }
    }

    private List<string> ParseIdentifiers()
    {
        var values = new List<string>();
        while (true)
        {
            var token = Take();
            var next = Peek();
            switch (token.Kind)
            {
                case SelectorTokenKind.Identifier:
                    values.Add(token.Text);
                    if (next.Kind == SelectorTokenKind.Close)
                    {
                        return values;
                    }

                    if (next.Kind != SelectorTokenKind.Comma)
                    {
                        throw new SelectorException($"found '{next.Text}', expected: ',' or ')'");
                    }

                    break;
                case SelectorTokenKind.Comma:
                    if (values.Count == 0 || next.Kind is SelectorTokenKind.Close or SelectorTokenKind.Comma)
                    {
                        values.Add("");
                    }

                    if (next.Kind == SelectorTokenKind.Close)
                    {
                        return values;
                    }

                    break;
                default:
                    throw new SelectorException($"found '{token.Text}', expected: ',', or identifier");
            }
        }
    }

    private string ParseExactValue()
    {
        if (Peek().Kind is SelectorTokenKind.End or SelectorTokenKind.Comma)
        {
            return "";
        }

        var token = Take();
        return token.Kind == SelectorTokenKind.Identifier ? token.Text : throw new SelectorException($"found '{token.Text}', expected: identifier");
    }

    /// <summary>The next token where a key or value may stand: there <c>in</c> and <c>notin</c> are plain words.</summary>
    private SelectorToken Peek()
    {
        var token = _tokens[Math.Min(_position, _tokens.Count - 1)];
        return token.Kind is SelectorTokenKind.In or SelectorTokenKind.NotIn ? token with { Kind = SelectorTokenKind.Identifier } : token;
    }

    private SelectorToken Take()
    {
        var token = Peek();
        _position++;
        return token;
    }
}
