namespace Kube.Api.Core.V1;

/// <summary>One thing that is known about a claim.</summary>
public sealed class PersistentVolumeClaimCondition
{
    /// <summary>What it is about.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>True, False or Unknown.</summary>
    [Required, ProtoField(2)]
    public string? Status { get; set; }

    /// <summary>When it was last looked at.</summary>
    [ProtoField(3)]
    public DateTime? LastProbeTime { get; set; }

    /// <summary>When the status last changed.</summary>
    [ProtoField(4)]
    public DateTime? LastTransitionTime { get; set; }

    /// <summary>Why, as one word for programs.</summary>
    [ProtoField(5)]
    public string? Reason { get; set; }

    /// <summary>Why, in words.</summary>
    [ProtoField(6)]
    public string? Message { get; set; }
}
