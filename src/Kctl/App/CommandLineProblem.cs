using System.CommandLine;
using System.CommandLine.Parsing;

namespace Kctl.App;

/// <summary>Says in one line what is wrong with a command line, and what was probably meant.</summary>
internal static class CommandLineProblem
{
    /// <summary>The line; null when nothing is wrong.</summary>
    public static string? Of(ParseResult parse)
    {
        if (parse.Errors.Count == 0)
        {
            return null;
        }

        var command = parse.CommandResult.Command;
        var help = $"; see 'kctl {(command is RootCommand ? "" : command.Name + " ")}--help'";
        if (parse.UnmatchedTokens is not [var word, ..])
        {
            return parse.Errors[0].Message.TrimEnd('.') + help;
        }

        if (word.StartsWith('-') && word.Length > 1)
        {
            var flag = word.Split('=')[0];
            var near = Suggestion.Tail(flag, Known(command).Where(n => n.Length > 2));
            return $"unknown flag: {flag}{(near.Length > 0 ? near : help)}";
        }

        if (command.Subcommands.Count > 0)
        {
            var near = Suggestion.Tail(word, command is RootCommand ? VerbList.Names : command.Subcommands.Select(c => c.Name));
            var of = command is RootCommand ? "" : $" of \"kctl {command.Name}\"";
            return $"unknown command \"{word}\"{of}{(near.Length > 0 ? near : help)}";
        }

        return $"\"{word}\" is one argument too many{help}";
    }

    private static IEnumerable<string> Known(Command command) =>
        command.Options.SelectMany(o => o.Aliases.Append(o.Name))
            .Concat(command.Parents.OfType<Command>().SelectMany(Known));
}
