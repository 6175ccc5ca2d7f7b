namespace Kube.Api.Core.V1;

/// <summary>A preference with a weight.</summary>
public sealed class PreferredSchedulingTerm
{
    /// <summary>1 to 100, added to the node's score.</summary>
    [Required, ProtoField(1)]
    public int? Weight { get; set; }

    /// <summary>What the node should fulfil.</summary>
    [Required, ProtoField(2)]
    public NodeSelectorTerm? Preference { get; set; }
}
