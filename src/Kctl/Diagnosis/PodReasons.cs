using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Diagnosis;

/// <summary>What can be said of a pod from the pod and its events alone. Pure.</summary>
internal static class PodReasons
{
    /// <summary>How much a pod deserves to be looked at, of several of one owner: broken before waiting before not ready before running.</summary>
    public static int Interest(JsonObject pod) => pod switch
    {
        _ when ContainerReasons.Statuses(pod).Any(s => s.Text("state", "waiting", "reason") is { } reason && reason is not ("ContainerCreating" or "PodInitializing")) => 6,
        _ when pod.Text("status", "phase") == "Failed" => 5,
        _ when string.IsNullOrEmpty(pod.Text("spec", "nodeName")) => 4,
        _ when !IsReady(pod) && pod.Text("metadata", "deletionTimestamp") is null => 3,
        _ when pod.Text("metadata", "deletionTimestamp") is not null => 2,
        _ => 1,
    };

    public static bool IsReady(JsonObject pod) => pod.Objects("status", "conditions").Any(c => c.Text("type") == "Ready" && c.Text("status") == "True");

    /// <summary>The state of a pod that has a node, in a sentence.</summary>
    public static string Summary(JsonObject pod, DateTimeOffset now)
    {
        var node = pod.Text("spec", "nodeName");
        var phase = pod.Text("status", "phase");
        if (pod.Time("metadata", "deletionTimestamp") is { } deletion)
        {
            return deletion <= now ? $"is being deleted from {node}, for {Durations.Age(now - deletion)} longer than it was given" : $"is being deleted from {node}; it has {Durations.Age(deletion - now)} left to stop";
        }

        return phase switch
        {
            "Succeeded" => $"has ended on {node}, with success",
            "Failed" => $"has failed on {node}{(pod.Text("status", "reason") is { Length: > 0 } reason ? $" ({reason})" : "")}",
            "Running" when IsReady(pod) => $"runs on {node} and is ready",
            "Running" => $"runs on {node} but is not ready",
            _ => $"is on {node} and does not run yet",
        };
    }

    /// <summary>Findings about the pod as a whole: its deletion, its failure, its volumes.</summary>
    public static IReadOnlyList<Finding> Of(Subject subject, IReadOnlyList<JsonObject> events, DateTimeOffset now)
    {
        var findings = new List<Finding>();
        if (subject.Pod.Time("metadata", "deletionTimestamp") is { } deletion)
        {
            findings.AddRange(Deletion(subject, deletion, now));
        }

        if (subject.Pod.Text("status", "phase") == "Failed" && subject.Pod.Text("status", "message") is { Length: > 0 } message)
        {
            findings.Add(new Finding(message) { Remedies = [new Remedy("see the node", $"kctl describe node {subject.Spec.Text("nodeName")}")] });
        }

        if (subject.Pod.Text("status", "phase") == "Pending" && !string.IsNullOrEmpty(subject.Spec.Text("nodeName")))
        {
            findings.AddRange(Start(subject, events));
        }

        return findings;
    }

    private static IEnumerable<Finding> Deletion(Subject subject, DateTimeOffset deletion, DateTimeOffset now)
    {
        var finalizers = subject.Pod.Texts("metadata", "finalizers");
        if (finalizers.Count > 0)
        {
            yield return new Finding($"it cannot go before its finalizers are taken off: {string.Join(", ", finalizers)}")
            {
                Details = ["each belongs to a program that wants to clean up first; if that program is gone, nobody will"],
                Remedies = [new Remedy("take them off yourself, and with them the promise to clean up", subject.Command($"patch pod {subject.Name} --type=merge -p '{{\"metadata\":{{\"finalizers\":null}}}}'"))],
            };
        }
        else if (deletion <= now)
        {
            var node = subject.Spec.Text("nodeName");
            yield return new Finding($"{node} has not said that its containers have stopped")
            {
                Details = ["its kubelet may be down, or the machine"],
                Remedies = [new Remedy("see the node", $"kctl describe node {node}"), new Remedy("if the machine is gone for good", subject.Command($"delete pod {subject.Name} --force --grace-period=0"))],
            };
        }
    }

    private static IEnumerable<Finding> Start(Subject subject, IReadOnlyList<JsonObject> events)
    {
        foreach (var e in events.Where(e => e.Text("type") == "Warning" && e.Text("reason")?.StartsWith("Failed", StringComparison.Ordinal) == true
            && e.Text("reason") is not ("FailedScheduling" or "Failed")).DistinctBy(e => e.Text("reason")))
        {
            var message = (e.Text("message") ?? "").Trim().ReplaceLineEndings(" ");
            yield return new Finding($"{e.Text("reason")}: {message}")
            {
                Remedies = [ContainerReasons.Missing(message, subject) ?? new Remedy("see what the pod asks for", subject.Command($"describe pod {subject.Name}"))],
            };
        }
    }
}
