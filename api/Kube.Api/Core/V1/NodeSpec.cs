namespace Kube.Api.Core.V1;

public sealed class NodeSpec
{
    [ProtoField(1)]
    public string? PodCIDR { get; set; }

    [PatchMerge, ListSet, ProtoField(7)]
    public List<string>? PodCIDRs { get; set; }

    [ProtoField(3)]
    public string? ProviderID { get; set; }

    [ProtoField(4)]
    public bool? Unschedulable { get; set; }

    [ProtoField(5)]
    public List<Taint>? Taints { get; set; }

    [ProtoField(6, IsPointer = true)]
    public NodeConfigSource? ConfigSource { get; set; }

    [ProtoField(2)]
    public string? ExternalID { get; set; }
}
