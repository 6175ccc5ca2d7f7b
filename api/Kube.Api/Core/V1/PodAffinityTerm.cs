using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>A set of pods and what it means to be near them.</summary>
public sealed class PodAffinityTerm
{
    /// <summary>The pods, by their labels.</summary>
    [ProtoField(1, IsPointer = true)]
    public LabelSelector? LabelSelector { get; set; }

    /// <summary>Namespaces to look in; the pod's own when this and namespaceSelector are absent.</summary>
    [ProtoField(2)]
    public List<string>? Namespaces { get; set; }

    /// <summary>Node label; nodes with the same value are near each other.</summary>
    [Required, ProtoField(3)]
    public string? TopologyKey { get; set; }

    /// <summary>Namespaces to look in, by their labels.</summary>
    [ProtoField(4, IsPointer = true)]
    public LabelSelector? NamespaceSelector { get; set; }

    /// <summary>Labels whose values are taken from the pod itself and must be equal.</summary>
    [ProtoField(5)]
    public List<string>? MatchLabelKeys { get; set; }

    /// <summary>Labels whose values are taken from the pod itself and must differ.</summary>
    [ProtoField(6)]
    public List<string>? MismatchLabelKeys { get; set; }
}
