namespace Kube.Api.Core.V1;

public sealed class NodeSelectorRequirement
{
    [Required]
    public string? Key { get; set; }

    [Required]
    public string? Operator { get; set; }

    public List<string>? Values { get; set; }
}
