namespace Kube.Machinery.Cron;

/// <summary>The values that a field of a schedule may have, and the names some of them have.</summary>
/// <param name="Least">The smallest value.</param>
/// <param name="Most">The greatest value.</param>
/// <param name="Names">Names and the values they stand for; case does not matter.</param>
internal sealed record CronBounds(int Least, int Most, IReadOnlyDictionary<string, int> Names)
{
    public static CronBounds Minutes { get; } = new(0, 59, Named(0));

    public static CronBounds Hours { get; } = new(0, 23, Named(0));

    public static CronBounds DaysOfMonth { get; } = new(1, 31, Named(0));

    public static CronBounds Months { get; } = new(1, 12, Named(1, "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"));

    public static CronBounds DaysOfWeek { get; } = new(0, 6, Named(0, "sun", "mon", "tue", "wed", "thu", "fri", "sat"));

    private static Dictionary<string, int> Named(int first, params string[] names) =>
        names.Select((name, i) => (name, Value: first + i)).ToDictionary(n => n.name, n => n.Value, StringComparer.OrdinalIgnoreCase);
}
