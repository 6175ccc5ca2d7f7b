using Kube.Api.Core.V1;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Node;

/// <summary>Everything the node's status is computed from.</summary>
/// <param name="Facts">Name, capacity, address.</param>
/// <param name="System">What kind of machine.</param>
/// <param name="Pressure">What it runs short of.</param>
/// <param name="Trouble">Why pods cannot be run; null when they can.</param>
/// <param name="Images">What it has of images.</param>
/// <param name="Port">Where the kubelet listens.</param>
/// <param name="Now">The time.</param>
internal sealed record NodeObservation(
    NodeFacts Facts, NodeSystemInfo System, NodePressure Pressure, string? Trouble, IReadOnlyList<ImageInfo> Images, int Port, DateTime Now);
