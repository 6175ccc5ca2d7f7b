using Kube.Api;

namespace Kube.Kubelet.Node;

/// <summary>What is known of this node: fixed at start but for its address, which comes with its pod range unless a flag gives it.</summary>
internal sealed class NodeFacts
{
    private volatile string _address = "";

    public required string Name { get; init; }

    /// <summary>The name the kubelet's certificate is for, where it is not the node's: one kubelet may be many nodes.</summary>
    public string? ServingName { get; init; }

    public required IReadOnlyDictionary<string, Quantity> Capacity { get; init; }

    /// <summary>What pods may use; all of the capacity.</summary>
    public IReadOnlyDictionary<string, Quantity> Allocatable => Capacity;

    public long MachineMemory => Capacity.TryGetValue("memory", out var memory) ? memory.LongValue : 0;

    /// <summary>The node's address; empty until it is known.</summary>
    public string Address
    {
        get => _address;
        set => _address = value;
    }
}
