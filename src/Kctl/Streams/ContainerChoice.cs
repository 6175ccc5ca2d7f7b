using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Streams;

/// <summary>Which container of a pod is meant, in kubectl's rules and words.</summary>
internal static class ContainerChoice
{
    private const string DefaultAnnotation = "kubectl.kubernetes.io/default-container";

    /// <summary>The container asked for; else the one the pod's annotation names, else the first, which is said where there are others.</summary>
    public static string Choose(JsonObject pod, string? asked, Action<string> say)
    {
        var all = All(pod);
        if (!string.IsNullOrEmpty(asked))
        {
            return all.Contains(asked) ? asked : throw new CommandException($"container {asked} not found in pod {pod.Name()}{Suggestion.Tail(asked, all)}");
        }

        if (pod.Text("metadata", "annotations", DefaultAnnotation) is { Length: > 0 } named && all.Contains(named))
        {
            return named;
        }

        if (all.Count > 1)
        {
            say($"Defaulted container \"{all[0]}\" out of: {string.Join(", ", Titles(pod))}");
        }

        return all.Count > 0 ? all[0] : throw new CommandException($"pod {pod.Name()} has no containers");
    }

    /// <summary>The names of all containers: the pod's own, those added later, those that run first.</summary>
    public static IReadOnlyList<string> All(JsonObject pod) => [.. Names(pod, "containers"), .. Names(pod, "ephemeralContainers"), .. Names(pod, "initContainers")];

    /// <summary>One container's spec.</summary>
    public static JsonObject? Spec(JsonObject pod, string name) =>
        ((string[])["containers", "ephemeralContainers", "initContainers"]).SelectMany(list => pod.Objects("spec", list)).FirstOrDefault(c => c.Text("name") == name);

    private static IEnumerable<string> Names(JsonObject pod, string list) => pod.Objects("spec", list).Select(c => c.Text("name") ?? "");

    private static IEnumerable<string> Titles(JsonObject pod) =>
        [.. Names(pod, "containers"), .. Names(pod, "ephemeralContainers").Select(n => $"{n} (ephem)"), .. Names(pod, "initContainers").Select(n => $"{n} (init)")];
}
