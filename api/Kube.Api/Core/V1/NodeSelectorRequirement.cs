namespace Kube.Api.Core.V1;

public sealed class NodeSelectorRequirement
{
    [Required, ProtoField(1)]
    public string? Key { get; set; }

    [Required, ProtoField(2)]
    public string? Operator { get; set; }

    [ProtoField(3)]
    public List<string>? Values { get; set; }
}
