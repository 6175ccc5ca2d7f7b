using System.Buffers;
using System.Globalization;
using System.Text;

namespace Kube.Hosting;

/// <summary>Durations in Go's notation: <c>1h2m3.5s</c>, <c>500ms</c>, <c>0</c>.</summary>
public static class GoDuration
{
    private static readonly SearchValues<char> s_numberLetters = SearchValues.Create("0123456789.");

    private static readonly (string Suffix, double Seconds)[] s_units =
        [("ns", 1e-9), ("us", 1e-6), ("ms", 1e-3), ("s", 1), ("m", 60), ("h", 3600)];

    /// <summary>Reads a duration; throws <see cref="FormatException"/>.</summary>
    public static TimeSpan Parse(string text)
    {
        var rest = text.AsSpan();
        var negative = rest.StartsWith("-");
        rest = negative ? rest[1..] : rest;
        if (rest is "0")
        {
            return TimeSpan.Zero;
        }

        var seconds = 0.0;
        do
        {
            var digits = rest.IndexOfAnyExcept(s_numberLetters);
            if (digits <= 0 || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                throw new FormatException("not a duration such as 10s or 1m30s");
            }

            rest = rest[digits..];
            var letters = rest.IndexOfAny(s_numberLetters) is var next and >= 0 ? next : rest.Length;
            seconds += number * SecondsOf(rest[..letters]);
            rest = rest[letters..];
        }
        while (rest.Length > 0);

        return TimeSpan.FromSeconds(negative ? -seconds : seconds);
    }

    /// <summary>Writes a duration.</summary>
    public static string Format(TimeSpan value)
    {
        if (value < TimeSpan.Zero)
        {
            return "-" + Format(-value);
        }

        if (value < TimeSpan.FromSeconds(1))
        {
            return value == TimeSpan.Zero ? "0s" : string.Create(CultureInfo.InvariantCulture, $"{value.TotalMilliseconds}ms");
        }

        var text = new StringBuilder();
        var hours = (long)value.TotalHours;
        if (hours > 0)
        {
            text.Append(hours).Append('h');
        }

        if (hours > 0 || value.Minutes > 0)
        {
            text.Append(value.Minutes).Append('m');
        }

        var seconds = (value.Ticks % TimeSpan.TicksPerMinute) / (double)TimeSpan.TicksPerSecond;
        return text.Append(seconds.ToString(CultureInfo.InvariantCulture)).Append('s').ToString();
    }

    private static double SecondsOf(ReadOnlySpan<char> suffix)
    {
        foreach (var (name, seconds) in s_units)
        {
            if (suffix.SequenceEqual(name))
            {
                return seconds;
            }
        }

        throw new FormatException($"unknown unit \"{suffix}\"");
    }
}
