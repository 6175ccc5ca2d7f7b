namespace Kube.Machinery.Yaml;

/// <summary>In which styles a string may be written without changing its meaning.</summary>
internal readonly record struct ScalarForm(bool Plain, bool Single, bool Block)
{
    public static ScalarForm Of(string text)
    {
        if (text.Length == 0)
        {
            return new ScalarForm(Plain: false, Single: true, Block: false);
        }

        var indicators = text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal);
        bool special = false, breaks = false, breakSpace = false, spaceBreak = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var before = i == 0 ? '\n' : text[i - 1];
            var after = i + 1 < text.Length ? text[i + 1] : '\n';
            indicators |= IsIndicator(c, i == 0, before, after);
            special |= !IsPrintable(c);
            breaks |= c == '\n';
            breakSpace |= c == ' ' && i > 0 && before == '\n';
            spaceBreak |= c == '\n' && before == ' ';
        }

        var edge = text[0] is ' ' or '\n' || text[^1] is ' ' or '\n';
        var odd = spaceBreak || special;
        return new ScalarForm(
            Plain: !indicators && !edge && !breaks && !odd,
            Single: !odd && !breakSpace,
            Block: !odd && text[^1] != ' ');
    }

    private static bool IsIndicator(char c, bool first, char before, char after) => first
        ? "#,[]{}&*!|>'\"%@`".Contains(c) || (c is '?' or ':' or '-' && IsBlank(after))
        : (c == ':' && IsBlank(after)) || (c == '#' && IsBlank(before));

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\0';

    private static bool IsPrintable(char c) => c is '\n' or (>= ' ' and <= '~') or (>= '\u00a0' and (< '\ud800' or > '\udfff') and not '\ufeff' and not '\ufffe' and not '\uffff' and not '\u2028' and not '\u2029');
}
