using Kctl.App;

namespace Kctl.CommandLine;

/// <summary>Says in one line what is wrong with a command line, and what was probably meant.</summary>
internal static class CommandLineProblem
{
    /// <summary>The tail of a message for which there is no better advice.</summary>
    public static string SeeHelp(Command command) => $"; see '{command.Path} --help'";

    /// <summary>A flag nobody knows.</summary>
    public static string UnknownFlag(Command command, string flag)
    {
        var near = Suggestion.Tail(flag, Known(command).Where(n => n.Length > 2));
        return $"unknown flag: {flag}{(near.Length > 0 ? near : SeeHelp(command))}";
    }

    /// <summary>A letter nobody knows among those after one dash; <c>-output</c> was probably meant as <c>--output</c>.</summary>
    public static string UnknownLetter(Command command, char letter, string text)
    {
        var name = "-" + text.Split('=')[0];
        var near = text.Length > 3 && Known(command).Contains(name) ? $"; did you mean \"{name}\"?" : SeeHelp(command);
        return $"unknown shorthand flag: '{letter}' in {text}{near}";
    }

    /// <summary>A word where a command was expected, or nothing at all.</summary>
    public static string StrayWord(Command command, string word)
    {
        var near = Suggestion.Tail(word, command.SubcommandNames);
        var tail = near.Length > 0 ? near : SeeHelp(command);
        return command.SubcommandNames.Any()
            ? $"unknown command \"{word}\"{(command.Parent is null ? "" : $" of \"{command.Path}\"")}{tail}"
            : $"\"{word}\" is one argument too many{tail}";
    }

    private static IEnumerable<string> Known(Command command)
    {
        var own = command.Options.Where(o => !o.Hidden).SelectMany(o => o.Aliases.Append(o.Name));
        return command.Parent is null ? own : own.Concat(Known(command.Parent));
    }
}
