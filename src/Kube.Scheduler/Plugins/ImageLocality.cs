using Kube.Api.Core.V1;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Plugins;

/// <summary>
/// Prefers nodes that have the pod's large images already. An image counts by its size times the share of nodes that have it, so that one
/// early node does not draw all pods of an image to itself.
/// </summary>
internal sealed class ImageLocality : IPreScore, IScore
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Below this, pulling is quicker than it is worth to prefer a node.</summary>
    private const long SmallestPerPod = 23 * Megabyte;

    /// <summary>Above this, more does not count, per container.</summary>
    private const long LargestPerContainer = 1000 * Megabyte;

    public string Name => nameof(ImageLocality);

    public Verdict PreScore(CycleState cycle, PodFacts pod, Snapshot nodes, IReadOnlyList<NodeInfo> feasible)
    {
        var images = new List<(string, double)>();
        foreach (var container in (pod.Pod.Spec?.InitContainers ?? []).Concat(pod.Pod.Spec?.Containers ?? []))
        {
            var image = WithTag(container.Image ?? "");
            if (nodes.ImageNodes.TryGetValue(image, out var count))
            {
                images.Add((image, (double)count / nodes.Count));
            }
        }

        cycle.Set(new State([.. images]));
        return images.Count == 0 ? Verdict.Skip : Verdict.Success;
    }

    public long Rate(CycleState cycle, PodFacts pod, NodeInfo node)
    {
        long sum = 0;
        foreach (var (image, share) in cycle.Get<State>().Images)
        {
            sum += (long)(node.Images.GetValueOrDefault(image) * share);
        }

        var containers = (pod.Pod.Spec?.Containers?.Count ?? 0) + (pod.Pod.Spec?.InitContainers?.Count ?? 0);
        var largest = LargestPerContainer * Math.Max(1, containers);
        return Score.Max * (Math.Clamp(sum, SmallestPerPod, largest) - SmallestPerPod) / (largest - SmallestPerPod);
    }

    private static string WithTag(string image) => image.LastIndexOf(':') <= image.LastIndexOf('/') ? image + ":latest" : image;

    private sealed record State((string Image, double Share)[] Images);
}
