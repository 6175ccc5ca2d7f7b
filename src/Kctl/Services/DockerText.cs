namespace Kctl.Services;

/// <summary>Docker's way of showing things.</summary>
internal static class DockerText
{
    /// <summary>No column is narrower.</summary>
    public const int NarrowestColumn = 10;

    /// <summary>How long ago: <c>Less than a second</c>, <c>About a minute</c>, <c>3 hours</c>.</summary>
    public static string Duration(TimeSpan time) => (long)time.TotalSeconds switch
    {
        < 1 => "Less than a second",
        1 => "1 second",
        < 60 => $"{(long)time.TotalSeconds} seconds",
        < 120 => "About a minute",
        < 3600 => $"{(long)time.TotalMinutes} minutes",
        < 5400 => "About an hour",
        < 172_800 => $"{Math.Round(time.TotalHours):0} hours",
        < 1_209_600 => $"{(long)time.TotalDays} days",
        < 5_184_000 => $"{(long)time.TotalDays / 7} weeks",
        < 63_072_000 => $"{(long)time.TotalDays / 30} months",
        _ => $"{(long)time.TotalDays / 365} years",
    };
}
