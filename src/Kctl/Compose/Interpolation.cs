using System.Text;
using Kube.Machinery.Yaml;

namespace Kctl.Compose;

/// <summary>
/// Replaces <c>$NAME</c>, <c>${NAME}</c>, <c>${NAME:-default}</c>, <c>${NAME-default}</c>, <c>${NAME:?error}</c>, <c>${NAME?error}</c>, <c>${NAME:+other}</c> and
/// <c>${NAME+other}</c>, also one within the other; <c>$$</c> is a dollar sign.
/// </summary>
internal sealed class Interpolation(Func<string, string?> variables, Findings findings)
{
    /// <summary>The tree with all its values replaced; keys stay as they are.</summary>
    public YamlTree Replace(YamlTree tree, string path = "") => tree.Shape switch
    {
        YamlShape.Scalar => tree.Text.Contains('$') ? tree with { Text = Scalar(tree, path), IsPlain = false } : tree,
        YamlShape.Sequence => tree with { Items = [.. tree.Items.Select((item, i) => Replace(item, $"{path}[{i}]"))] },
        _ => tree with { Entries = [.. tree.Entries.Select(e => e with { Value = Replace(e.Value, path.Length == 0 ? e.Key : $"{path}.{e.Key}") })] },
    };

    /// <summary>The text with its variables replaced; throws <see cref="FormatException"/>.</summary>
    public string Text(string text)
    {
        var position = 0;
        return Until(text, ref position, inBraces: false);
    }

    private string Scalar(YamlTree scalar, string path)
    {
        try
        {
            return Text(scalar.Text);
        }
        catch (FormatException e)
        {
            findings.Error(new Finding(scalar.Source, scalar.Line, path, e.Message));
            return "";
        }
    }

    private string Until(string text, ref int position, bool inBraces)
    {
        var result = new StringBuilder();
        while (position < text.Length)
        {
            var c = text[position];
            if (inBraces && c == '}')
            {
                return result.ToString();
            }

            if (c != '$')
            {
                result.Append(c);
                position++;
                continue;
            }

            var next = position + 1 < text.Length ? text[position + 1] : '\0';
            if (next == '$')
            {
                result.Append('$');
                position += 2;
            }
            else if (next == '{')
            {
                position += 2;
                result.Append(Braced(text, ref position));
            }
            else if (IsFirst(next))
            {
                position++;
                result.Append(Value(Name(text, ref position)));
            }
            else
            {
                throw new FormatException($"invalid interpolation in \"{text}\": a dollar sign that means itself is written $$");
            }
        }

        return inBraces ? throw new FormatException($"invalid interpolation in \"{text}\": a brace is not closed") : result.ToString();
    }

    private string Braced(string text, ref int position)
    {
        var name = position < text.Length && IsFirst(text[position]) ? Name(text, ref position) : throw new FormatException($"invalid interpolation in \"{text}\": ${{ needs a name");
        var strict = position < text.Length && text[position] == ':';
        position += strict ? 1 : 0;
        var operation = position < text.Length ? text[position] : '\0';
        if (operation == '}' && !strict)
        {
            position++;
            return Value(name);
        }

        if (operation is not ('-' or '?' or '+'))
        {
            throw new FormatException($"invalid interpolation in \"{text}\": after the name comes one of }} :- - :? ? :+ +");
        }

        position++;
        var begin = position;
        var given = variables(name);
        var isSet = given is not null && !(strict && given.Length == 0);

        // What is not needed is read past and not replaced: its own errors and unset variables are nobody's business.
        var word = operation == '+' == isSet ? Until(text, ref position, inBraces: true) : Skip(text, ref position);
        position++;
        return operation switch
        {
            '-' => isSet ? given! : word,
            '+' => isSet ? word : "",
            _ => isSet ? given! : throw new FormatException($"required variable {name} is missing a value{(position - 1 > begin ? ": " + word : "")}"),
        };
    }

    private static string Skip(string text, ref int position)
    {
        for (var depth = 1; position < text.Length; position++)
        {
            depth += text[position] == '}' ? -1 : text[position] == '{' && text[position - 1] == '$' ? 1 : 0;
            if (depth == 0)
            {
                return "";
            }
        }

        throw new FormatException($"invalid interpolation in \"{text}\": a brace is not closed");
    }

    private string Value(string name)
    {
        if (variables(name) is { } value)
        {
            return value;
        }

        findings.Warn($"The \"{name}\" variable is not set. Defaulting to a blank string.");
        return "";
    }

    private static string Name(string text, ref int position)
    {
        var begin = position;
        while (position < text.Length && (IsFirst(text[position]) || char.IsAsciiDigit(text[position])))
        {
            position++;
        }

        return text[begin..position];
    }

    private static bool IsFirst(char c) => char.IsAsciiLetter(c) || c == '_';
}
