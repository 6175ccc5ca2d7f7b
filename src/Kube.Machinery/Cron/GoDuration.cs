using System.Globalization;
using System.Text.RegularExpressions;

namespace Kube.Machinery.Cron;

/// <summary>Durations as Go writes them: <c>1h30m</c>, <c>1.5s</c>, <c>100ms</c>.</summary>
internal static partial class GoDuration
{
    /// <summary>Reads one; throws <see cref="FormatException"/> for what is none, and for what is longer than three centuries.</summary>
    public static TimeSpan Parse(string text)
    {
        if (text.TrimStart('+', '-') == "0")
        {
            return TimeSpan.Zero;
        }

        var match = Form().Match(text);
        var seconds = 0.0;
        for (var i = 0; i < match.Groups["amount"].Captures.Count; i++)
        {
            seconds += double.Parse(match.Groups["amount"].Captures[i].ValueSpan, CultureInfo.InvariantCulture) * Unit(match.Groups["unit"].Captures[i].Value);
        }

        return match.Success && seconds < long.MaxValue / 1e9
            ? TimeSpan.FromSeconds(text[0] == '-' ? -seconds : seconds)
            : throw new FormatException($"failed to parse duration @every {text}: time: invalid duration \"{text}\"");
    }

    private static double Unit(string unit) => unit switch
    {
        "ns" => 1e-9,
        "us" or "\u00b5s" or "\u03bcs" => 1e-6,
        "ms" => 1e-3,
        "s" => 1,
        "m" => 60,
        _ => 3600,
    };

    [GeneratedRegex("^[+-]?(?:(?<amount>[0-9]{1,20}(?:\\.[0-9]{0,20})?|\\.[0-9]{1,20})(?<unit>ns|us|\u00b5s|\u03bcs|ms|s|m|h))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
