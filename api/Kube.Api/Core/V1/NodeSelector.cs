namespace Kube.Api.Core.V1;

/// <summary>Alternatives of which a node must fulfil one.</summary>
[MapAtomic]
public sealed class NodeSelector
{
    /// <summary>The alternatives; at least one.</summary>
    [Required, ProtoField(1)]
    public List<NodeSelectorTerm>? NodeSelectorTerms { get; set; }
}
