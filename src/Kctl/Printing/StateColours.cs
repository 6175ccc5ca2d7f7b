namespace Kctl.Printing;

/// <summary>Colours for words that say how something is: green for well, yellow for not yet, red for broken.</summary>
internal static class StateColours
{
    private const string Green = "\u001b[32m";
    private const string Yellow = "\u001b[33m";
    private const string Red = "\u001b[31m";
    private const string End = "\u001b[0m";

    private static readonly string[] s_well = ["Running", "Ready", "Active", "Bound", "Completed", "Complete", "Succeeded", "Available"];
    private static readonly string[] s_waiting = ["Pending", "ContainerCreating", "PodInitializing", "Terminating", "Unknown", "SchedulingDisabled", "Released"];
    private static readonly string[] s_broken = ["Error", "Failed", "CrashLoopBackOff", "ErrImagePull", "ImagePullBackOff", "OOMKilled", "Evicted", "NotReady", "Lost", "CreateContainerError", "CreateContainerConfigError", "InvalidImageName"];

    /// <summary>The cell in its colour; most cells have none.</summary>
    public static string Paint(string cell)
    {
        var colour = cell.StartsWith("Init:", StringComparison.Ordinal) || cell.EndsWith(",SchedulingDisabled", StringComparison.Ordinal) ? Yellow
            : s_well.Contains(cell) ? Green
            : s_waiting.Contains(cell) ? Yellow
            : s_broken.Contains(cell) ? Red
            : null;
        return colour is null ? cell : colour + cell + End;
    }
}
