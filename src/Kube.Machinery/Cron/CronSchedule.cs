namespace Kube.Machinery.Cron;

/// <summary>
/// When something is due, in cron's words: minute, hour, day of the month, month and day of the week, or a macro such as <c>@daily</c>
/// or <c>@every 90m</c>. Grammar and error texts are those of the library that Kubernetes reads schedules with.
/// </summary>
public sealed class CronSchedule
{
    private const string EveryMacro = "@every ";
    private const int FieldCount = 5;
    private static readonly string[] s_zones = ["TZ=", "CRON_TZ="];

    private static readonly Dictionary<string, string> s_macros = new(StringComparer.Ordinal)
    {
        ["@yearly"] = "0 0 1 1 *",
        ["@annually"] = "0 0 1 1 *",
        ["@monthly"] = "0 0 1 * *",
        ["@weekly"] = "0 0 * * 0",
        ["@daily"] = "0 0 * * *",
        ["@midnight"] = "0 0 * * *",
        ["@hourly"] = "0 * * * *",
    };

    private CronSchedule()
    {
    }

    /// <summary>Minutes, 0 to 59.</summary>
    public CronField Minutes { get; private init; }

    /// <summary>Hours, 0 to 23.</summary>
    public CronField Hours { get; private init; }

    /// <summary>Days of the month, 1 to 31.</summary>
    public CronField DaysOfMonth { get; private init; }

    /// <summary>Months, 1 to 12.</summary>
    public CronField Months { get; private init; }

    /// <summary>Days of the week, 0 (Sunday) to 6.</summary>
    public CronField DaysOfWeek { get; private init; }

    /// <summary>The fixed distance of <c>@every</c>; null where the fields count.</summary>
    public TimeSpan? Every { get; private init; }

    /// <summary>Reads a schedule; throws <see cref="FormatException"/> with what is wrong. A leading <c>TZ=</c> is skipped: the zone is not part of the schedule.</summary>
    public static CronSchedule Parse(string text)
    {
        var rest = WithoutZone(text);
        if (rest.Length == 0)
        {
            throw new FormatException("empty spec string");
        }

        return rest[0] != '@' ? Fields(rest)
            : s_macros.TryGetValue(rest, out var meant) ? Fields(meant)
            : rest.StartsWith(EveryMacro, StringComparison.Ordinal) ? new CronSchedule { Every = GoDuration.Parse(rest[EveryMacro.Length..]) }
            : throw new FormatException($"unrecognized descriptor: {rest}");
    }

    private static CronSchedule Fields(string text)
    {
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return fields.Length != FieldCount
            ? throw new FormatException($"expected exactly {FieldCount} fields, found {fields.Length}: [{string.Join(' ', fields)}]")
            : new CronSchedule
            {
                Minutes = CronField.Parse(fields[0], CronBounds.Minutes),
                Hours = CronField.Parse(fields[1], CronBounds.Hours),
                DaysOfMonth = CronField.Parse(fields[2], CronBounds.DaysOfMonth),
                Months = CronField.Parse(fields[3], CronBounds.Months),
                DaysOfWeek = CronField.Parse(fields[4], CronBounds.DaysOfWeek),
            };
    }

    private static string WithoutZone(string text) => Array.Exists(s_zones, z => text.StartsWith(z, StringComparison.Ordinal)) && text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space
        ? text[space..].Trim()
        : text;
}
