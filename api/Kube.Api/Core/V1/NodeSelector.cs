namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class NodeSelector
{
    [Required]
    public List<NodeSelectorTerm>? NodeSelectorTerms { get; set; }
}
