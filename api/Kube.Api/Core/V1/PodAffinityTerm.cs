using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class PodAffinityTerm
{
    [ProtoField(1, IsPointer = true)]
    public LabelSelector? LabelSelector { get; set; }

    [ProtoField(2)]
    public List<string>? Namespaces { get; set; }

    [Required, ProtoField(3)]
    public string? TopologyKey { get; set; }

    [ProtoField(4, IsPointer = true)]
    public LabelSelector? NamespaceSelector { get; set; }

    [ProtoField(5)]
    public List<string>? MatchLabelKeys { get; set; }

    [ProtoField(6)]
    public List<string>? MismatchLabelKeys { get; set; }
}
