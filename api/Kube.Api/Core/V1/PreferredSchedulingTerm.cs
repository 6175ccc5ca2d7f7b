namespace Kube.Api.Core.V1;

public sealed class PreferredSchedulingTerm
{
    [Required, ProtoField(1)]
    public int? Weight { get; set; }

    [Required, ProtoField(2)]
    public NodeSelectorTerm? Preference { get; set; }
}
