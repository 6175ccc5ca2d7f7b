using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class TopologySpreadConstraint
{
    [Required, ProtoField(1)]
    public int? MaxSkew { get; set; }

    [Required, ProtoField(2)]
    public string? TopologyKey { get; set; }

    [Required, ProtoField(3)]
    public string? WhenUnsatisfiable { get; set; }

    [ProtoField(4, IsPointer = true)]
    public LabelSelector? LabelSelector { get; set; }

    [ProtoField(5, IsPointer = true)]
    public int? MinDomains { get; set; }

    [ProtoField(6, IsPointer = true)]
    public string? NodeAffinityPolicy { get; set; }

    [ProtoField(7, IsPointer = true)]
    public string? NodeTaintsPolicy { get; set; }

    [ProtoField(8)]
    public List<string>? MatchLabelKeys { get; set; }
}
