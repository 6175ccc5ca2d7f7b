using System.Text.RegularExpressions;

namespace Kube.Machinery.Schema.Structural;

/// <summary>A pattern that strings must contain a match of. It runs on an automaton: its time grows with the text and the automaton, never faster.</summary>
internal sealed class ValuePattern
{
    // So many steps of an automaton take about as long as one check of a value.
    private const long StepsPerCheck = 1000;
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(2);
    private readonly Regex _regex;
    private readonly long _size;

    /// <summary>Compiles a pattern; throws <see cref="FormatException"/>, <see cref="ArgumentException"/> or <see cref="NotSupportedException"/> for what is none.</summary>
    public ValuePattern(string text) =>
        _regex = new Regex(PatternTranslation.Of(text, out _size), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, s_longest);

    /// <summary>What matching a text may cost, in checks.</summary>
    public long Cost(string text) => text.Length * _size / StepsPerCheck;

    /// <summary>Whether the text contains a match; one that takes too long to find counts as none.</summary>
    public bool Matches(string text)
    {
        try
        {
            return _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
