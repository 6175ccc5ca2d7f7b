namespace Kube.Api.Core.V1;

/// <summary>A place where volumes may be, by node labels. All requirements must hold.</summary>
[MapAtomic]
public sealed class TopologySelectorTerm
{
    /// <summary>The requirements; at most one per label.</summary>
    [ProtoField(1)]
    public List<TopologySelectorLabelRequirement>? MatchLabelExpressions { get; set; }
}
