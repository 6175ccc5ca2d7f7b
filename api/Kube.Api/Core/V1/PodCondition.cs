namespace Kube.Api.Core.V1;

/// <summary>One fact about a pod.</summary>
public sealed class PodCondition
{
    /// <summary>Which fact, such as Ready.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>The metadata.generation it was found for.</summary>
    [ProtoField(7)]
    public long? ObservedGeneration { get; set; }

    /// <summary>True, False or Unknown.</summary>
    [Required, ProtoField(2)]
    public string? Status { get; set; }

    /// <summary>When it was last looked at.</summary>
    [ProtoField(3)]
    public DateTime? LastProbeTime { get; set; }

    /// <summary>When the status last changed.</summary>
    [ProtoField(4)]
    public DateTime? LastTransitionTime { get; set; }

    /// <summary>Why, in one word.</summary>
    [ProtoField(5)]
    public string? Reason { get; set; }

    /// <summary>Why, for people.</summary>
    [ProtoField(6)]
    public string? Message { get; set; }
}
