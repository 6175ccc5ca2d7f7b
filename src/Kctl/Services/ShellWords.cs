using System.Text;

namespace Kctl.Services;

/// <summary>Splits a command line into words as a shell does with quotes and backslashes; nothing is replaced.</summary>
internal static class ShellWords
{
    /// <summary>The words; null where a quote is not closed.</summary>
    public static IReadOnlyList<string>? Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var begun = false;
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            var escapes = c == '\\' && quote != '\'' && i + 1 < line.Length && (quote == '\0' || line[i + 1] is '"' or '\\' or '$' or '`' or '\n');
            if (escapes)
            {
                word.Append(line[++i]);
                begun = true;
            }
            else if (quote != '\0' ? c == quote : c is '\'' or '"')
            {
                quote = quote == '\0' ? c : '\0';
                begun = true;
            }
            else if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (begun)
                {
                    words.Add(word.ToString());
                }

                word.Clear();
                begun = false;
            }
            else
            {
                word.Append(c);
                begun = true;
            }
        }

        if (begun)
        {
            words.Add(word.ToString());
        }

        return quote == '\0' ? words : null;
    }
}
