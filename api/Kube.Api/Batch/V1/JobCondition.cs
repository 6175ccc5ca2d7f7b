namespace Kube.Api.Batch.V1;

/// <summary>One aspect of a Job's state.</summary>
public sealed class JobCondition
{
    /// <summary>Suspended, Complete, Failed, FailureTarget or SuccessCriteriaMet.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>True, False or Unknown.</summary>
    [Required, ProtoField(2)]
    public string? Status { get; set; }

    /// <summary>When the condition was last looked at.</summary>
    [ProtoField(3)]
    public DateTime? LastProbeTime { get; set; }

    /// <summary>When the status last changed.</summary>
    [ProtoField(4)]
    public DateTime? LastTransitionTime { get; set; }

    /// <summary>One word for why, in CamelCase.</summary>
    [ProtoField(5)]
    public string? Reason { get; set; }

    /// <summary>The same for people.</summary>
    [ProtoField(6)]
    public string? Message { get; set; }
}
