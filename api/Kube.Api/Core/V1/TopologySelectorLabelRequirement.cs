namespace Kube.Api.Core.V1;

/// <summary>The values that one label of a node may have.</summary>
public sealed class TopologySelectorLabelRequirement
{
    /// <summary>The label.</summary>
    [Required, ProtoField(1)]
    public string? Key { get; set; }

    /// <summary>Its values; one of them must match.</summary>
    [Required, ProtoField(2)]
    public List<string>? Values { get; set; }
}
