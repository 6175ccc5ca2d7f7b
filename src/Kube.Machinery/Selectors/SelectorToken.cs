namespace Kube.Machinery.Selectors;

internal enum SelectorTokenKind
{
    Error,
    End,
    Identifier,
    Comma,
    Open,
    Close,
    Not,
    Equal,
    DoubleEqual,
    NotEqual,
    Greater,
    Less,
    In,
    NotIn,
}

/// <summary>One word or sign of a label selector.</summary>
internal readonly record struct SelectorToken(SelectorTokenKind Kind, string Text)
{
    private const string Signs = "=!(),><";

    public static List<SelectorToken> Scan(string text)
    {
        var tokens = new List<SelectorToken>();
        var i = 0;
        while (true)
        {
            while (i < text.Length && IsSpace(text[i]))
            {
                i++;
            }

            if (i >= text.Length || text[i] == '\0')
            {
                tokens.Add(new SelectorToken(SelectorTokenKind.End, ""));
                return tokens;
            }

            tokens.Add(Signs.Contains(text[i]) ? ScanSign(text, ref i) : ScanWord(text, ref i));
        }
    }

    private static SelectorToken ScanWord(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && text[i] != '\0' && !IsSpace(text[i]) && !Signs.Contains(text[i]))
        {
            i++;
        }

        var word = text[start..i];
        return new SelectorToken(word switch { "in" => SelectorTokenKind.In, "notin" => SelectorTokenKind.NotIn, _ => SelectorTokenKind.Identifier }, word);
    }

    private static SelectorToken ScanSign(string text, ref int i)
    {
        var two = i + 1 < text.Length ? text.AsSpan(i, 2) : [];
        if (two is "==" or "!=")
        {
            i += 2;
            return two is "==" ? new SelectorToken(SelectorTokenKind.DoubleEqual, "==") : new SelectorToken(SelectorTokenKind.NotEqual, "!=");
        }

        var sign = text[i++];
        var kind = sign switch
        {
            '=' => SelectorTokenKind.Equal,
            '!' => SelectorTokenKind.Not,
            '(' => SelectorTokenKind.Open,
            ')' => SelectorTokenKind.Close,
            ',' => SelectorTokenKind.Comma,
            '>' => SelectorTokenKind.Greater,
            _ => SelectorTokenKind.Less,
        };
        return new SelectorToken(kind, sign.ToString());
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';
}
