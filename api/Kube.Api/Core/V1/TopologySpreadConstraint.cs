using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class TopologySpreadConstraint
{
    [Required]
    public int? MaxSkew { get; set; }

    [Required]
    public string? TopologyKey { get; set; }

    [Required]
    public string? WhenUnsatisfiable { get; set; }

    public LabelSelector? LabelSelector { get; set; }

    public int? MinDomains { get; set; }

    public string? NodeAffinityPolicy { get; set; }

    public string? NodeTaintsPolicy { get; set; }

    public List<string>? MatchLabelKeys { get; set; }
}
