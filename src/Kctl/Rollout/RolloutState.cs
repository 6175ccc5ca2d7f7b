using System.Text.Json.Nodes;
using Kctl.Api;

namespace Kctl.Rollout;

/// <summary>How far a Deployment's roll-out is, read off its status. Pure.</summary>
/// <param name="Observed">Whether the controller has seen the latest spec.</param>
/// <param name="Wanted">Pods wanted.</param>
/// <param name="Total">Pods there are, old and new.</param>
/// <param name="Updated">Pods of the new template.</param>
/// <param name="Available">Pods that have been ready for long enough.</param>
/// <param name="Stuck">Whether the progress deadline has passed.</param>
internal sealed record RolloutState(string Name, bool Observed, long Wanted, long Total, long Updated, long Ready, long Available, bool Stuck, bool Paused)
{
    /// <summary>Pods of earlier templates that are still there.</summary>
    public long Old => Math.Max(0, Total - Updated);

    public bool Done => Observed && !Stuck && Updated >= Wanted && Total <= Updated && Available >= Updated;

    public static RolloutState Of(JsonObject deployment) => new(
        deployment.Name(),
        (deployment.Number("metadata", "generation") ?? 0) <= (deployment.Number("status", "observedGeneration") ?? 0),
        deployment.Number("spec", "replicas") ?? 1,
        deployment.Number("status", "replicas") ?? 0,
        deployment.Number("status", "updatedReplicas") ?? 0,
        deployment.Number("status", "readyReplicas") ?? 0,
        deployment.Number("status", "availableReplicas") ?? 0,
        deployment.Objects("status", "conditions").Any(c => c.Text("type") == "Progressing" && c.Text("reason") == "ProgressDeadlineExceeded"),
        deployment.Flag("spec", "paused"));

    /// <summary>The line <c>rollout status</c> prints, worded as kubectl words it.</summary>
    public string StatusLine()
    {
        if (!Observed)
        {
            return "Waiting for deployment spec update to be observed...";
        }

        var waiting = $"Waiting for deployment \"{Name}\" rollout to finish: ";
        return Updated < Wanted ? $"{waiting}{Updated} out of {Wanted} new replicas have been updated..."
            : Old > 0 ? $"{waiting}{Old} old replicas are pending termination..."
            : Available < Updated ? $"{waiting}{Available} of {Updated} updated replicas are available..."
            : $"deployment \"{Name}\" successfully rolled out";
    }

    /// <summary>The line rolling-update prints: the counts, and what is waited for.</summary>
    public string ProgressLine() => $"{Name}: {Updated} of {Wanted} updated, {Ready} ready, {Old} old; {WaitingFor()}";

    private string WaitingFor() => !Observed ? "waiting for the controller to begin"
        : Paused ? "paused"
        : Done ? "done"
        : Updated < Wanted ? $"waiting for {Count(Wanted - Updated, "more new pod")}"
        : Available < Updated ? $"waiting for {Count(Updated - Available, "new pod")} to become ready"
        : $"waiting for {Count(Old, "old pod")} to end";

    private static string Count(long count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
