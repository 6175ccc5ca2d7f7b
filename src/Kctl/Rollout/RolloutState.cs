using System.Text.Json.Nodes;
using Kctl.Api;

namespace Kctl.Rollout;

/// <summary>How far the roll-out of a deployment, daemon set or stateful set is, read off its status. Pure.</summary>
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

    /// <summary>What is rolled out.</summary>
    public string Kind { get; init; } = "Deployment";

    /// <summary>Of a stateful set, how many pods are to stay as they are.</summary>
    public long Partition { get; init; }

    public bool Done => Observed && !Stuck && Kind switch
    {
        "DaemonSet" => Updated >= Wanted && Available >= Wanted,
        "StatefulSet" => Ready >= Wanted && Updated >= Wanted - Partition,
        _ => Updated >= Wanted && Total <= Updated && Available >= Updated,
    };

    /// <summary>Whether objects of the kind are rolled out at all.</summary>
    public static bool IsKnown(string kind) => kind is "Deployment" or "DaemonSet" or "StatefulSet";

    public static RolloutState Of(JsonObject obj) => obj.Text("kind") switch
    {
        "DaemonSet" => OfDaemonSet(obj),
        "StatefulSet" => OfDeployment(obj) with { Kind = "StatefulSet", Partition = obj.Number("spec", "updateStrategy", "rollingUpdate", "partition") ?? 0 },
        _ => OfDeployment(obj),
    };

    private static RolloutState OfDaemonSet(JsonObject set) => new(
        set.Name(),
        IsObserved(set),
        set.Number("status", "desiredNumberScheduled") ?? 0,
        set.Number("status", "currentNumberScheduled") ?? 0,
        set.Number("status", "updatedNumberScheduled") ?? 0,
        set.Number("status", "numberReady") ?? 0,
        set.Number("status", "numberAvailable") ?? 0,
        Stuck: false,
        Paused: false)
    { Kind = "DaemonSet" };

    private static bool IsObserved(JsonObject obj) => (obj.Number("metadata", "generation") ?? 0) <= (obj.Number("status", "observedGeneration") ?? 0);

    private static RolloutState OfDeployment(JsonObject deployment) => new(
        deployment.Name(),
        IsObserved(deployment),
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
            return $"Waiting for {Noun} spec update to be observed...";
        }

        if (Kind != "Deployment")
        {
            return Kind == "DaemonSet" ? DaemonSetLine() : StatefulSetLine();
        }

        var waiting = $"Waiting for deployment \"{Name}\" rollout to finish: ";
        return Updated < Wanted ? $"{waiting}{Updated} out of {Wanted} new replicas have been updated..."
            : Old > 0 ? $"{waiting}{Old} old replicas are pending termination..."
            : Available < Updated ? $"{waiting}{Available} of {Updated} updated replicas are available..."
            : $"deployment \"{Name}\" successfully rolled out";
    }

    private string Noun => Kind switch
    {
        "DaemonSet" => "daemon set",
        "StatefulSet" => "statefulset",
        _ => "deployment",
    };

    private string DaemonSetLine()
    {
        var waiting = $"Waiting for daemon set \"{Name}\" rollout to finish: ";
        return Updated < Wanted ? $"{waiting}{Updated} out of {Wanted} new pods have been updated..."
            : Available < Wanted ? $"{waiting}{Available} of {Wanted} updated pods are available..."
            : $"daemon set \"{Name}\" successfully rolled out";
    }

    private string StatefulSetLine() => Ready < Wanted ? $"Waiting for {Wanted - Ready} pods to be ready..."
        : Updated < Wanted - Partition ? $"Waiting for partitioned roll out to finish: {Updated} out of {Wanted - Partition} new pods have been updated..."
        : $"partitioned roll out complete: {Updated} new pods have been updated...";

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
