namespace Kube.Api.Core.V1;

/// <summary>Requirements that must hold together. An empty term fits nothing.</summary>
[MapAtomic]
public sealed class NodeSelectorTerm
{
    /// <summary>Requirements on labels.</summary>
    [ProtoField(1)]
    public List<NodeSelectorRequirement>? MatchExpressions { get; set; }

    /// <summary>Requirements on fields; only metadata.name.</summary>
    [ProtoField(2)]
    public List<NodeSelectorRequirement>? MatchFields { get; set; }
}
