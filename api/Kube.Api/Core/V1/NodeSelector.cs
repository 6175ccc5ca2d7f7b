namespace Kube.Api.Core.V1;

public sealed class NodeSelector
{
    [Required]
    public List<NodeSelectorTerm>? NodeSelectorTerms { get; set; }
}
