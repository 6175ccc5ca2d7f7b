namespace Kube.Api.Core.V1;

/// <summary>What runs at the two ends of a container's life.</summary>
public sealed class Lifecycle
{
    /// <summary>Runs right after the container is created; its failure kills the container.</summary>
    [ProtoField(1, IsPointer = true)]
    public LifecycleHandler? PostStart { get; set; }

    /// <summary>Runs before the container is asked to stop, within the grace period.</summary>
    [ProtoField(2, IsPointer = true)]
    public LifecycleHandler? PreStop { get; set; }

    /// <summary>Signal that asks the container to stop; the image's own when absent.</summary>
    [ProtoField(3, IsPointer = true)]
    public string? StopSignal { get; set; }
}
