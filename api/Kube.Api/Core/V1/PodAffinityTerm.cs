using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class PodAffinityTerm
{
    public LabelSelector? LabelSelector { get; set; }

    public List<string>? Namespaces { get; set; }

    [Required]
    public string? TopologyKey { get; set; }

    public LabelSelector? NamespaceSelector { get; set; }

    public List<string>? MatchLabelKeys { get; set; }

    public List<string>? MismatchLabelKeys { get; set; }
}
