namespace Kube.Api.Meta.V1;

public sealed class LabelSelectorRequirement
{
    [Required]
    public string? Key { get; set; }

    [Required]
    public string? Operator { get; set; }

    public List<string>? Values { get; set; }
}
