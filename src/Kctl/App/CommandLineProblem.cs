using System.CommandLine;
using System.CommandLine.Parsing;

namespace Kctl.App;

/// <summary>Says in one line what is wrong with a command line, and what was probably meant.</summary>
internal static class CommandLineProblem
{
    /// <summary>The line; null when nothing is wrong.</summary>
    public static string? Of(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        var help = $"; see 'kctl {(command is RootCommand ? "" : command.Name + " ")}--help'";
        if (FlagAmongWords(parse) is { } stray)
        {
            return UnknownFlag(stray, command, help);
        }

        if (parse.Errors.Count == 0)
        {
            return null;
        }

        if (parse.UnmatchedTokens is not [var word, ..])
        {
            return parse.Errors[0].Message.TrimEnd('.') + help;
        }

        if (word.StartsWith('-') && word.Length > 1)
        {
            return UnknownFlag(word, command, help);
        }

        if (command.Subcommands.Count > 0)
        {
            var near = Suggestion.Tail(word, command is RootCommand ? VerbList.Names : command.Subcommands.Select(c => c.Name));
            var of = command is RootCommand ? "" : $" of \"kctl {command.Name}\"";
            return $"unknown command \"{word}\"{of}{(near.Length > 0 ? near : help)}";
        }

        return $"\"{word}\" is one argument too many{help}";
    }

    private static string UnknownFlag(string word, Command command, string help)
    {
        var flag = word.Split('=')[0];
        var near = Suggestion.Tail(flag, Known(command).Where(n => n.Length > 2));
        return $"unknown flag: {flag}{(near.Length > 0 ? near : help)}";
    }

    /// <summary>A mistyped flag that the parser took for one more word; what follows <c>--</c> may look like a flag.</summary>
    private static string? FlagAmongWords(ParseResult parse)
    {
        var free = parse.Tokens.SkipWhile(t => t.Type != TokenType.DoubleDash).ToHashSet();
        return parse.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens)
            .FirstOrDefault(t => t.Value.Length > 1 && t.Value[0] == '-' && !char.IsAsciiDigit(t.Value[1]) && !free.Contains(t))?.Value;
    }

    private static IEnumerable<string> Known(Command command) =>
        command.Options.SelectMany(o => o.Aliases.Append(o.Name))
            .Concat(command.Parents.OfType<Command>().SelectMany(Known));
}
