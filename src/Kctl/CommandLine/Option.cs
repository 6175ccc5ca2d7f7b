using Kctl.App;

namespace Kctl.CommandLine;

/// <summary>How the text after a flag is read.</summary>
internal enum ValueKind
{
    Text,
    List,
    Switch,
    Number,
}

/// <summary>
/// A flag. All that is done with flags is done here, once, whatever the type of the value is: <see cref="Option{T}"/> only gives it its type, for each
/// type that has code of its own costs start-up time.
/// </summary>
internal abstract class Option(string name, string[] aliases, ValueKind kind) : Symbol(name)
{
    public IReadOnlyList<string> Aliases { get; } = aliases;

    public ValueKind Kind { get; } = kind;

    /// <summary>What help shows in place of the value.</summary>
    public string? HelpName { get; set; }

    /// <summary>True for a flag of every command below as well.</summary>
    public bool Recursive { get; set; }

    /// <summary>True where the command cannot do without it.</summary>
    public bool Required { get; set; }

    /// <summary>What the flag means without a value; such a flag takes its value with <c>=</c> only. Null where a value has to follow.</summary>
    public string? ValueIfAlone { get; set; } = kind == ValueKind.Switch ? "true" : null;

    /// <summary>For a flag on its way out: the warning that tells what to use instead.</summary>
    public string? Deprecated { get; set; }

    /// <summary>The values to offer while the flag is being typed.</summary>
    public Completion? Completes { get; set; }

    /// <summary>The one-letter name, null where there is none.</summary>
    public char? Shorthand
    {
        get
        {
            foreach (var alias in Aliases)
            {
                if (IsShort(alias))
                {
                    return alias[1];
                }
            }

            return null;
        }
    }

    /// <summary>For messages: <c>-w, --watch</c>.</summary>
    public string Title => Shorthand is { } letter ? $"-{letter}, {Name}" : Name;

    /// <summary>Matches <c>--name</c> (words joined by _ are as good as -) and <c>-n</c>.</summary>
    public bool Matches(string typed)
    {
        if (typed == Name)
        {
            return true;
        }

        foreach (var alias in Aliases)
        {
            if (typed == alias)
            {
                return true;
            }
        }

        return !IsShort(typed) && typed.Contains('_') && Matches(typed.Replace('_', '-'));
    }

    /// <summary>The value of one occurrence; throws <see cref="CommandException"/> where the text is none.</summary>
    public object Read(string text) => Kind switch
    {
        ValueKind.Switch => Switch(text) ?? throw Invalid(text, "neither true nor false"),
        ValueKind.Number => int.TryParse(text, out var number) ? number : throw Invalid(text, "not a whole number"),
        _ => text,
    };

    private static bool? Switch(string text) => text switch
    {
        "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
        "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
        _ => null,
    };

    private static bool IsShort(string name) => name.Length == 2 && name[0] == '-';

    private CommandException Invalid(string text, string why) => new($"invalid argument \"{text}\" for \"{Title}\" flag: {why}");
}

/// <summary>A flag with a value of that type: a text, texts, a switch or a whole number.</summary>
internal sealed class Option<T>(string name, params string[] aliases) : Option(name, aliases, KindOfValue)
{
    /// <summary>The value where the flag is not given.</summary>
    public T? DefaultValue { get; init; }

    private static ValueKind KindOfValue =>
        typeof(T) == typeof(string[]) ? ValueKind.List
        : typeof(T) == typeof(bool) || typeof(T) == typeof(bool?) ? ValueKind.Switch
        : typeof(T) == typeof(int) || typeof(T) == typeof(int?) ? ValueKind.Number
        : ValueKind.Text;
}
