using System.Globalization;

namespace Kube.Api.Resources;

/// <summary>Durations as people read them in columns: <c>45s</c>, <c>3m20s</c>, <c>5h12m</c>, <c>4d3h</c>, <c>120d</c>.</summary>
public static class Ages
{
    /// <summary>The age of something that began at <paramref name="start"/>; <c>&lt;unknown&gt;</c> when that is not known.</summary>
    public static string Since(DateTime? start, DateTime now) => start is { } begin ? Human(now - begin) : "<unknown>";

    /// <summary>Two units at most, fewer as the duration grows; the steps are kubectl's.</summary>
    public static string Human(TimeSpan duration)
    {
        var seconds = (long)duration.TotalSeconds;
        if (seconds < -1)
        {
            return "<invalid>";
        }

        var (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86400);
        return seconds switch
        {
            < 0 => "0s",
            < 120 => $"{seconds}s",
            < 600 => Two(minutes, 'm', seconds % 60, 's'),
            < 3 * 3600 => $"{minutes}m",
            < 8 * 3600 => Two(hours, 'h', minutes % 60, 'm'),
            < 48 * 3600 => $"{hours}h",
            < 8 * 86400 => Two(days, 'd', hours % 24, 'h'),
            < 2 * 365 * 86400L => $"{days}d",
            < 8 * 365 * 86400L => Two(days / 365, 'y', days % 365, 'd'),
            _ => string.Create(CultureInfo.InvariantCulture, $"{days / 365}y"),
        };
    }

    private static string Two(long big, char bigUnit, long small, char smallUnit) => small == 0 ? $"{big}{bigUnit}" : $"{big}{bigUnit}{small}{smallUnit}";
}
