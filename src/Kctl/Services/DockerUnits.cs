using System.Globalization;
using System.Text.RegularExpressions;

namespace Kctl.Services;

/// <summary>Amounts as Docker writes them, read into those of Kubernetes. Null where the text is none.</summary>
internal static partial class DockerUnits
{
    /// <summary>Docker counts in 1024s whatever the unit is called: <c>512M</c>, <c>512mb</c> and <c>512MiB</c> are <c>512Mi</c>; a bare number is bytes.</summary>
    public static string? Memory(string text)
    {
        var match = MemoryForm().Match(text.Trim());
        if (!match.Success || !double.TryParse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount))
        {
            return null;
        }

        var unit = match.Groups[2].Value.ToLowerInvariant();
        var power = unit.Length == 0 ? 0 : "bkmgtp".IndexOf(unit[0]);
        var suffix = power > 0 ? "KMGTP"[power - 1] + "i" : "";
        var whole = amount == Math.Truncate(amount);
        return whole ? $"{amount:0}{suffix}" : $"{Math.Floor(amount * Math.Pow(1024, power)):0}";
    }

    /// <summary><c>0.5</c> is <c>500m</c>.</summary>
    public static string? Cpus(string text)
    {
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount >= 1e6)
        {
            return null;
        }

        return amount == Math.Truncate(amount) ? $"{amount:0}" : $"{Math.Ceiling(amount * 1000):0}m";
    }

    /// <summary><c>1m30s</c>, <c>1.5h</c>, <c>500ms</c>, <c>0</c>.</summary>
    public static TimeSpan? Duration(string text)
    {
        if (text == "0")
        {
            return TimeSpan.Zero;
        }

        var matches = DurationPart().Matches(text);
        return text.Length == 0 || matches.Sum(m => m.Length) != text.Length ? null
            : matches.Aggregate(TimeSpan.Zero, (sum, m) => sum + (Unit(m.Groups[2].Value) * double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)));
    }

    /// <summary>Whole seconds, at least <paramref name="least"/>: probes and grace periods know no less.</summary>
    public static long Seconds(TimeSpan time, long least = 1) => Math.Max(least, (long)Math.Ceiling(time.TotalSeconds));

    private static TimeSpan Unit(string unit) => unit switch
    {
        "ns" => TimeSpan.FromTicks(1) / 100,
        "us" or "µs" => TimeSpan.FromMicroseconds(1),
        "ms" => TimeSpan.FromMilliseconds(1),
        "s" => TimeSpan.FromSeconds(1),
        "m" => TimeSpan.FromMinutes(1),
        "h" => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };

    [GeneratedRegex(@"^(\d+(?:\.\d+)?)\s*([bB]|[kKmMgGtTpP](?:[iI]?[bB])?)?\z")]
    private static partial Regex MemoryForm();

    [GeneratedRegex(@"(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h|d)")]
    private static partial Regex DurationPart();
}
