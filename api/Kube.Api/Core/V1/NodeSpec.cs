namespace Kube.Api.Core.V1;

/// <summary>What is wanted of a node.</summary>
public sealed class NodeSpec
{
    /// <summary>Address range of the node's pods. Fixed once set.</summary>
    [ProtoField(1)]
    public string? PodCIDR { get; set; }

    /// <summary>Address ranges of the node's pods, at most one per IP family; the first equals podCIDR.</summary>
    [PatchMerge, ListSet, ProtoField(7)]
    public List<string>? PodCIDRs { get; set; }

    /// <summary>Id of the machine at its provider. Fixed once set.</summary>
    [ProtoField(3)]
    public string? ProviderID { get; set; }

    /// <summary>True to place no further pods on it (kubectl cordon). Default false.</summary>
    [ProtoField(4)]
    public bool? Unschedulable { get; set; }

    /// <summary>Marks that keep pods away.</summary>
    [ProtoField(5)]
    public List<Taint>? Taints { get; set; }

    /// <summary>No longer used.</summary>
    [ProtoField(6, IsPointer = true)]
    public NodeConfigSource? ConfigSource { get; set; }

    /// <summary>No longer used.</summary>
    [ProtoField(2)]
    public string? ExternalID { get; set; }
}
