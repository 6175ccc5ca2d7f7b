using Kctl.App;

namespace Kctl.CommandLine;

/// <summary>The command line ends where a flag's value should follow; completion offers values there.</summary>
/// <param name="option">The flag.</param>
/// <param name="typed">The flag as it was typed.</param>
/// <param name="before">All before the flag.</param>
internal sealed class MissingValueException(Option option, string typed, ParseResult before) : CommandException($"flag needs an argument: {typed}")
{
    public Option Option { get; } = option;

    public ParseResult Before { get; } = before;
}
