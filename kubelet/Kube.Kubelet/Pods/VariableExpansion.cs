using System.Text;

namespace Kube.Kubelet.Pods;

/// <summary>
/// Kubernetes' <c>$(NAME)</c> in commands, arguments and values: replaced when the name is known, left as written when it is not;
/// <c>$$</c> is one dollar sign that starts nothing. Pure.
/// </summary>
internal static class VariableExpansion
{
    public static string Expand(string text, Func<string, string?> lookup)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] != '$' || at + 1 >= text.Length)
            {
                result.Append(text[at++]);
            }
            else
            {
                at += ExpandOne(text.AsSpan(at), lookup, result);
            }
        }

        return result.ToString();
    }

    // The text begins with a dollar sign that is not its last character. Returns how much was read.
    private static int ExpandOne(ReadOnlySpan<char> text, Func<string, string?> lookup, StringBuilder result)
    {
        if (text[1] == '$')
        {
            result.Append('$');
            return 2;
        }

        var close = text[1] == '(' ? text.IndexOf(')') : -1;
        if (close < 0)
        {
            result.Append(text[..2]);
            return 2;
        }

        var name = text[2..close].ToString();
        result.Append(lookup(name) ?? $"$({name})");
        return close + 1;
    }
}
