namespace Kctl.CommandLine;

/// <summary>How many words an argument takes.</summary>
internal enum ArgumentArity
{
    ExactlyOne,
    ZeroOrOne,
    ZeroOrMore,
    OneOrMore,
}

/// <summary>Words after a command that are not flags.</summary>
internal abstract class Argument(string name) : Symbol(name)
{
    public ArgumentArity Arity { get; init; } = ArgumentArity.ExactlyOne;

    /// <summary>The words to offer while it is being typed.</summary>
    public Completion? Completes { get; set; }

    public bool TakesMany => Arity is ArgumentArity.ZeroOrMore or ArgumentArity.OneOrMore;

    public bool Required => Arity is ArgumentArity.ExactlyOne or ArgumentArity.OneOrMore;
}

/// <summary>One word (<c>string</c>) or several (<c>string[]</c>).</summary>
internal sealed class Argument<T>(string name) : Argument(name);
