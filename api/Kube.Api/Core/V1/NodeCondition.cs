namespace Kube.Api.Core.V1;

/// <summary>One fact about a node.</summary>
public sealed class NodeCondition
{
    /// <summary>Which fact, such as Ready.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>True, False or Unknown (not heard of).</summary>
    [Required, ProtoField(2)]
    public string? Status { get; set; }

    /// <summary>When it was last reported.</summary>
    [ProtoField(3)]
    public DateTime? LastHeartbeatTime { get; set; }

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
