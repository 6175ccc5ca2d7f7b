using System.Globalization;

namespace Kube.Machinery.Cron;

/// <summary>One field of a schedule: the values at which it is due.</summary>
/// <param name="Values">A bit per value.</param>
/// <param name="IsAny">True for a star, which leaves the choice to the other fields.</param>
public readonly record struct CronField(ulong Values, bool IsAny)
{
    /// <summary>True when the field is due at this value.</summary>
    public bool Contains(int value) => (Values >> value & 1) != 0;

    /// <summary>Reads ranges joined by commas.</summary>
    internal static CronField Parse(string text, CronBounds bounds)
    {
        var field = default(CronField);
        foreach (var range in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var one = Range(range, bounds);
            field = new CronField(field.Values | one.Values, field.IsAny || one.IsAny);
        }

        return field;
    }

    /// <summary>Reads <c>3</c>, <c>1-5</c>, <c>*</c> or <c>?</c>, each with an optional step; a number with a step runs to the end.</summary>
    private static CronField Range(string text, CronBounds bounds)
    {
        var parts = text.Split('/');
        var limits = parts[0].Split('-');
        var any = limits[0] is "*" or "?";
        var (start, end) = any ? (bounds.Least, bounds.Most) : limits.Length switch
        {
            1 => (Number(limits[0], bounds), Number(limits[0], bounds)),
            2 => (Number(limits[0], bounds), Number(limits[1], bounds)),
            _ => throw new FormatException($"too many hyphens: {text}"),
        };
        var step = parts.Length switch
        {
            1 => 1,
            2 => Number(parts[1], null),
            _ => throw new FormatException($"too many slashes: {text}"),
        };
        end = parts.Length == 2 && limits.Length == 1 ? bounds.Most : end;
        return Check(start, end, step, bounds, text) is { } problem ? throw new FormatException(problem) : new CronField(Bits(start, end, step), any && step == 1);
    }

    private static string? Check(int start, int end, int step, CronBounds bounds, string text) => (start, end, step) switch
    {
        _ when start < bounds.Least => $"beginning of range ({start}) below minimum ({bounds.Least}): {text}",
        _ when end > bounds.Most => $"end of range ({end}) above maximum ({bounds.Most}): {text}",
        _ when start > end => $"beginning of range ({start}) beyond end of range ({end}): {text}",
        _ when step == 0 => $"step of range should be a positive number: {text}",
        _ => null,
    };

    private static ulong Bits(int start, int end, int step)
    {
        var bits = 0UL;
        for (long value = start; value <= end; value += step)
        {
            bits |= 1UL << (int)value;
        }

        return bits;
    }

    private static int Number(string text, CronBounds? bounds)
    {
        if (bounds?.Names.TryGetValue(text, out var named) == true)
        {
            return named;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            throw new FormatException($"failed to parse int from {text}: strconv.Atoi: parsing \"{text}\": invalid syntax");
        }

        return number >= 0 ? number : throw new FormatException($"negative number ({number}) not allowed: {text}");
    }
}
