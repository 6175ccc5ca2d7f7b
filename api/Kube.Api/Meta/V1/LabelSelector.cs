namespace Kube.Api.Meta.V1;

/// <summary>Selects objects by labels; everything in it must hold. Empty selects all, absent none.</summary>
[MapAtomic]
public sealed class LabelSelector
{
    /// <summary>Labels an object must have.</summary>
    [ProtoField(1)]
    public Dictionary<string, string>? MatchLabels { get; set; }

    /// <summary>Further requirements.</summary>
    [ProtoField(2)]
    public List<LabelSelectorRequirement>? MatchExpressions { get; set; }
}
