namespace Kube.Api.Meta.V1;

/// <summary>Which share of a collection a list holds.</summary>
public sealed class ShardInfo
{
    /// <summary>What selects the share.</summary>
    [Required, ProtoField(1)]
    public string? Selector { get; set; }
}
