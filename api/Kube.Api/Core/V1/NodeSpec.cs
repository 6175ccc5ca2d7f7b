namespace Kube.Api.Core.V1;

public sealed class NodeSpec
{
    public string? PodCIDR { get; set; }

    [PatchMerge, ListSet]
    public List<string>? PodCIDRs { get; set; }

    public string? ProviderID { get; set; }

    public bool? Unschedulable { get; set; }

    public List<Taint>? Taints { get; set; }

    public NodeConfigSource? ConfigSource { get; set; }

    public string? ExternalID { get; set; }
}
