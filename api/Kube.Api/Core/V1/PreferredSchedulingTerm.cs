namespace Kube.Api.Core.V1;

public sealed class PreferredSchedulingTerm
{
    [Required]
    public int? Weight { get; set; }

    [Required]
    public NodeSelectorTerm? Preference { get; set; }
}
