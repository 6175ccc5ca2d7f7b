using Kube.Kubelet.Config;
using Kube.Kubelet.Images;
using Kube.Kubelet.Node;
using Kube.Kubelet.Probes;
using Kube.Kubelet.Runtime;
using Kube.Kubelet.Sandboxes;
using Kube.Kubelet.Volumes;
using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Pods;

/// <summary>What every pod worker works with; one set per kubelet.</summary>
internal sealed record PodServices
{
    public required IContainerRuntime Runtime { get; init; }

    public required IContainerStreams Streams { get; init; }

    public required IResourceUsage Usage { get; init; }

    public required ContainerCache Containers { get; init; }

    public required ISandboxes Sandboxes { get; init; }

    public required IPodNetwork Network { get; init; }

    public required IPodFiles Files { get; init; }

    public required IPodVolumes Volumes { get; init; }

    public required ImageStore Images { get; init; }

    public required IConfigSource Config { get; init; }

    public required IChecks Checks { get; init; }

    public required IPodStatusSink Statuses { get; init; }

    public required IPodEvents Events { get; init; }

    public required NodeFacts Node { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Logger { get; init; }

    public DateTime Now => Time.GetUtcNow().UtcDateTime;
}
