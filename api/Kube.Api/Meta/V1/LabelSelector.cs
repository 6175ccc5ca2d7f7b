namespace Kube.Api.Meta.V1;

[MapAtomic]
public sealed class LabelSelector
{
    [ProtoField(1)]
    public Dictionary<string, string>? MatchLabels { get; set; }

    [ProtoField(2)]
    public List<LabelSelectorRequirement>? MatchExpressions { get; set; }
}
