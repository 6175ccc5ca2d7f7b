namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class NodeSelector
{
    [Required, ProtoField(1)]
    public List<NodeSelectorTerm>? NodeSelectorTerms { get; set; }
}
