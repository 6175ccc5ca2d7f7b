using System.Globalization;
using System.Text.RegularExpressions;

namespace Kctl.App;

/// <summary>Durations as Kubernetes' tools write them: <c>90s</c>, <c>1h30m</c>, <c>250ms</c>; a bare number is seconds.</summary>
internal static partial class Durations
{
    /// <summary>Reads a flag's value; throws <see cref="CommandException"/>.</summary>
    public static TimeSpan Parse(string text, string flag)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) < 1e9)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        var matches = Parts().Matches(text);
        if (text.Length == 0 || matches.Sum(m => m.Length) != text.TrimStart('-').Length)
        {
            throw new CommandException($"{flag}: \"{text}\" is not a duration such as 90s, 5m or 1h30m");
        }

        var total = matches.Aggregate(TimeSpan.Zero, (sum, m) => sum + Unit(m.Groups[2].Value, double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)));
        return text[0] == '-' ? -total : total;
    }

    /// <summary>How long ago, as ages are shown: <c>45s</c>, <c>3m20s</c>, <c>5h</c>, <c>2d</c>.</summary>
    public static string Age(TimeSpan age)
    {
        var seconds = (long)Math.Max(0, age.TotalSeconds);
        return seconds switch
        {
            < 120 => $"{seconds}s",
            < 600 => seconds % 60 == 0 ? $"{seconds / 60}m" : $"{seconds / 60}m{seconds % 60}s",
            < 10_800 => $"{seconds / 60}m",
            < 28_800 => seconds / 60 % 60 == 0 ? $"{seconds / 3600}h" : $"{seconds / 3600}h{seconds / 60 % 60}m",
            < 172_800 => $"{seconds / 3600}h",
            < 691_200 => seconds / 3600 % 24 == 0 ? $"{seconds / 86400}d" : $"{seconds / 86400}d{seconds / 3600 % 24}h",
            < 63_072_000 => $"{seconds / 86400}d",
            _ => $"{seconds / 31_536_000}y",
        };
    }

    private static TimeSpan Unit(string unit, double amount) => unit switch
    {
        "ms" => TimeSpan.FromMilliseconds(amount),
        "s" => TimeSpan.FromSeconds(amount),
        "m" => TimeSpan.FromMinutes(amount),
        _ => TimeSpan.FromHours(amount),
    };

    [GeneratedRegex(@"(\d+(?:\.\d+)?)(ms|h|m|s)")]
    private static partial Regex Parts();
}
