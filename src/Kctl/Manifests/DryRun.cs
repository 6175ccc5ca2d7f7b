using Kctl.App;

namespace Kctl.Manifests;

/// <summary>Whether anything is really done.</summary>
internal enum DryRun
{
    None,
    Client,
    Server,
}

/// <summary>Reading and showing <see cref="DryRun"/>.</summary>
internal static class DryRuns
{
    public static DryRun Parse(string? text) => text switch
    {
        null or "" or "none" or "false" => DryRun.None,
        "client" or "true" or "unchanged" => DryRun.Client,
        "server" => DryRun.Server,
        _ => throw new CommandException($"Invalid dry-run value ({text}). Must be \"none\", \"server\", or \"client\"."),
    };

    /// <summary>What is added to a line that reports a change.</summary>
    public static string Note(this DryRun dryRun) => dryRun switch
    {
        DryRun.Client => " (dry run)",
        DryRun.Server => " (server dry run)",
        _ => "",
    };

    /// <summary>The value of the request's parameter.</summary>
    public static string? Query(this DryRun dryRun) => dryRun == DryRun.Server ? "All" : null;
}
