using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Rollout;

/// <summary>What a pod that is not ready waits for.</summary>
/// <param name="Subject">The pod, and where it is one of its containers, which.</param>
/// <param name="Reason">In a word, as in the pod's status.</param>
/// <param name="Message">In a sentence; may be empty.</param>
internal sealed record StuckPod(string Subject, string Reason, string Message)
{
    /// <summary>Whether waiting alone will not help: the image, the configuration, the program or the room is missing.</summary>
    public bool IsTrouble => Reason is not ("ContainerCreating" or "PodInitializing");

    /// <summary>Reason and message.</summary>
    public string Why => Message.Length > 0 ? $"{Reason} ({Message})" : Reason;

    /// <summary>A tail for a line: <c>; pod "web-x", container "web": ErrImagePull (...)</c>; empty when nothing is known.</summary>
    public static string Tail(StuckPod? pod) => pod is null ? "" : $"; {pod}";

    /// <summary>The newest pod of a workload that is not ready and says why.</summary>
    public static async Task<StuckPod?> FindAsync(Session session, JsonObject workload, CancellationToken ct)
    {
        var pods = await session.Names.FindAsync("pods", ct);
        var list = await session.Api.ListAsync(QueryText.With(pods.CollectionPath(workload.Namespace()), ("labelSelector", Revisions.SelectorText(workload))), ct);
        return list.Objects("items").OrderByDescending(p => p.Time("metadata", "creationTimestamp")).Select(Of).FirstOrDefault(p => p is not null);
    }

    /// <summary>What the pod waits for; null when it is ready, or nothing is said. Pure.</summary>
    public static StuckPod? Of(JsonObject pod)
    {
        foreach (var status in pod.Objects("status", "initContainerStatuses").Concat(pod.Objects("status", "containerStatuses")))
        {
            var state = status.At("state", "waiting") ?? status.At("state", "terminated");
            if (!status.Flag("ready") && state.Text("reason") is { } reason && reason != "Completed")
            {
                return new StuckPod($"pod \"{pod.Name()}\", container \"{status.Text("name")}\"", reason, state.Text("message") ?? "");
            }
        }

        var unmet = pod.Objects("status", "conditions").FirstOrDefault(c => c.Text("type") == "PodScheduled" && c.Text("status") == "False");
        return unmet is null ? null : new StuckPod($"pod \"{pod.Name()}\"", unmet.Text("reason") ?? "Unschedulable", unmet.Text("message") ?? "");
    }

    public override string ToString() => $"{Subject}: {Why}";
}
