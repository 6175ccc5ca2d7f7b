using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;

namespace Kube.Kubelet.Simulation;

/// <summary>Tells nobody what happens to pods.</summary>
internal sealed class SilentEvents : IPodEvents
{
    public static SilentEvents Instance { get; } = new();

    public void Record(Pod pod, string? container, string type, string reason, string message)
    {
        // Not asked for.
    }
}
