namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class NodeSelectorTerm
{
    [ProtoField(1)]
    public List<NodeSelectorRequirement>? MatchExpressions { get; set; }

    [ProtoField(2)]
    public List<NodeSelectorRequirement>? MatchFields { get; set; }
}
