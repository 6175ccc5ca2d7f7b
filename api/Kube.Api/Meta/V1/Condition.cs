namespace Kube.Api.Meta.V1;

/// <summary>One fact about an object.</summary>
public sealed class Condition
{
    /// <summary>Which fact.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>True, False or Unknown.</summary>
    [Required, ProtoField(2)]
    public string? Status { get; set; }

    /// <summary>The metadata.generation it was found for.</summary>
    [ProtoField(3)]
    public long? ObservedGeneration { get; set; }

    /// <summary>When the status last changed.</summary>
    [Required, ProtoField(4)]
    public DateTime? LastTransitionTime { get; set; }

    /// <summary>Why, in one word.</summary>
    [Required, ProtoField(5)]
    public string? Reason { get; set; }

    /// <summary>Why, for people.</summary>
    [Required, ProtoField(6)]
    public string? Message { get; set; }
}
