using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>How evenly pods are spread over groups of nodes.</summary>
public sealed class TopologySpreadConstraint
{
    /// <summary>How many more pods one group may have than the emptiest; 1 or more.</summary>
    [Required, ProtoField(1)]
    public int? MaxSkew { get; set; }

    /// <summary>Node label; nodes with the same value are one group.</summary>
    [Required, ProtoField(2)]
    public string? TopologyKey { get; set; }

    /// <summary>DoNotSchedule keeps the pod waiting, ScheduleAnyway only prefers better nodes.</summary>
    [Required, ProtoField(3)]
    public string? WhenUnsatisfiable { get; set; }

    /// <summary>The pods that are counted.</summary>
    [ProtoField(4, IsPointer = true)]
    public LabelSelector? LabelSelector { get; set; }

    /// <summary>Groups there must be at least; fewer count as an empty one. Only with DoNotSchedule.</summary>
    [ProtoField(5, IsPointer = true)]
    public int? MinDomains { get; set; }

    /// <summary>Whether nodes the pod cannot use for its node affinity are left out: Honor (default) or Ignore.</summary>
    [ProtoField(6, IsPointer = true)]
    public string? NodeAffinityPolicy { get; set; }

    /// <summary>Whether nodes with taints it does not tolerate are left out: Honor or Ignore (default).</summary>
    [ProtoField(7, IsPointer = true)]
    public string? NodeTaintsPolicy { get; set; }

    /// <summary>Labels whose values are taken from the pod itself and added to the selector.</summary>
    [ProtoField(8)]
    public List<string>? MatchLabelKeys { get; set; }
}
