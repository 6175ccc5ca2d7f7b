using Kctl.App;

namespace Kctl.CommandLine;

/// <summary>A command line that was understood: the command, its words, and the values of its flags.</summary>
internal sealed class ParseResult(Command command, List<string> words, int? dash)
{
    private readonly Dictionary<Option, List<object>> _values = [];

    public Command Command { get; } = command;

    /// <summary>All words after the command, those after <c>--</c> included.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>How many of the words stand before <c>--</c>; null where there is none.</summary>
    public int? WordsBeforeDash { get; } = dash;

    /// <summary>The words after <c>--</c>; none where there is none.</summary>
    public string[] WordsAfterDash => WordsBeforeDash is { } start ? [.. words.Skip(start)] : [];

    /// <summary>Warnings to show before the command runs.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>The flags the user gave.</summary>
    public IEnumerable<Option> Given => _values.Keys;

    /// <summary>True where the user gave the flag.</summary>
    public bool Has(Option option) => _values.ContainsKey(option);

    /// <summary>The flag's value; the last one counts where one is wanted and several are given.</summary>
    public T? GetValue<T>(Option<T> option) => ValueOf(option) is T value ? value : option.DefaultValue;

    /// <summary>The argument's word or words; null or none where there are none.</summary>
    public T? GetValue<T>(Argument<T> argument) => WordsOf(argument) is T value ? value : default;

    /// <summary>Notes one occurrence of a flag.</summary>
    internal void Set(Option option, string text)
    {
        if (!_values.TryGetValue(option, out var values))
        {
            _values[option] = values = [];
            if (option.Deprecated is { } advice)
            {
                Warnings.Add($"Flag {option.Name} has been deprecated, {advice}");
            }
        }

        values.Add(option.Read(text));
    }

    /// <summary>Sees to it that everything that must be there is there, and nothing too many; throws <see cref="CommandException"/>.</summary>
    internal void Check()
    {
        if (Words.Count > 0 && Command.Arguments.Count == 0)
        {
            throw new CommandException(CommandLineProblem.StrayWord(Command, Words[0]));
        }

        var missing = Command.Options.Where(o => o.Required && !Has(o)).Select(o => $"\"{o.Name.TrimStart('-')}\"").ToList();
        if (missing.Count > 0)
        {
            throw new CommandException($"required flag(s) {string.Join(", ", missing)} not set");
        }

        var needed = 0;
        var room = 0;
        foreach (var argument in Command.Arguments)
        {
            needed += argument.Required ? 1 : 0;
            room = argument.TakesMany ? int.MaxValue : room == int.MaxValue ? room : room + 1;
            if (Words.Count < needed)
            {
                throw new CommandException($"{argument.Name} is missing{CommandLineProblem.SeeHelp(Command)}");
            }
        }

        if (Words.Count > room)
        {
            throw new CommandException($"\"{Words[room]}\" is one argument too many{CommandLineProblem.SeeHelp(Command)}");
        }
    }

    private object? ValueOf(Option option) =>
        !_values.TryGetValue(option, out var values) ? null
        : option.Kind == ValueKind.List ? Texts(values)
        : values[^1];

    private static string[] Texts(List<object> values)
    {
        var texts = new string[values.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = (string)values[i];
        }

        return texts;
    }

    private object? WordsOf(Argument wanted)
    {
        var next = 0;
        foreach (var argument in Command.Arguments)
        {
            if (argument == wanted)
            {
                return argument.TakesMany ? words.GetRange(next, words.Count - next).ToArray() : next < words.Count ? words[next] : null;
            }

            next = Math.Min(words.Count, next + 1);
        }

        return null;
    }
}
