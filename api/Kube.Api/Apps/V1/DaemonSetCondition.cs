namespace Kube.Api.Apps.V1;

/// <summary>One aspect of a DaemonSet's state.</summary>
public sealed class DaemonSetCondition
{
    /// <summary>What the condition is about.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>True, False or Unknown.</summary>
    [Required, ProtoField(2)]
    public string? Status { get; set; }

    /// <summary>When the status last changed.</summary>
    [ProtoField(3)]
    public DateTime? LastTransitionTime { get; set; }

    /// <summary>One word for why, in CamelCase.</summary>
    [ProtoField(4)]
    public string? Reason { get; set; }

    /// <summary>The same for people.</summary>
    [ProtoField(5)]
    public string? Message { get; set; }
}
