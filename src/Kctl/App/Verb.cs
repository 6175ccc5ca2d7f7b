using Kctl.CommandLine;

namespace Kctl.App;

/// <summary>One command of the command line, with the examples its help shows.</summary>
internal sealed class Verb(string name, string summary, params string[] examples) : Command(name, summary)
{
    /// <summary>Lines to type, without the program's name.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>Adds arguments, options and verbs below this one.</summary>
    public Verb With(params Symbol[] symbols)
    {
        foreach (var symbol in symbols)
        {
            switch (symbol)
            {
                case Argument argument:
                    Add(argument);
                    break;
                case Option option:
                    Add(option);
                    break;
                case Command command:
                    Add(command);
                    break;
                default:
                    break;
            }
        }

        return this;
    }

    /// <summary>What the verb does; the result is the exit code.</summary>
    public Verb Does(CommandAction action)
    {
        SetAction(action);
        return this;
    }

    /// <summary>What the verb does; it succeeds unless it throws.</summary>
    public Verb Does(Func<ParseResult, CancellationToken, Task> action)
    {
        SetAction(async (parse, ct) =>
        {
            await action(parse, ct);
            return 0;
        });
        return this;
    }
}
