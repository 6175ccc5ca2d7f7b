namespace Kube.Api.Core.V1;

/// <summary>Selects objects by scope.</summary>
[MapAtomic]
public sealed class ScopeSelector
{
    /// <summary>Requirements; all must hold.</summary>
    [ProtoField(1)]
    public List<ScopedResourceSelectorRequirement>? MatchExpressions { get; set; }
}
