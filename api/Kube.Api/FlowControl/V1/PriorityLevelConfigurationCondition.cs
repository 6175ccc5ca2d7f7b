namespace Kube.Api.FlowControl.V1;

/// <summary>One fact about a priority level.</summary>
public sealed class PriorityLevelConfigurationCondition
{
    /// <summary>Which fact.</summary>
    [ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>True, False or Unknown.</summary>
    [ProtoField(2)]
    public string? Status { get; set; }

    /// <summary>When the status last changed.</summary>
    [ProtoField(3)]
    public DateTime? LastTransitionTime { get; set; }

    /// <summary>Why, in one word.</summary>
    [ProtoField(4)]
    public string? Reason { get; set; }

    /// <summary>Why, for people.</summary>
    [ProtoField(5)]
    public string? Message { get; set; }
}
