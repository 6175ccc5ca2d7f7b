namespace Kube.Api.Apps.V1;

/// <summary>One fact about a Deployment.</summary>
public sealed class DeploymentCondition
{
    /// <summary>Which fact, such as Progressing.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>True, False or Unknown.</summary>
    [Required, ProtoField(2)]
    public string? Status { get; set; }

    /// <summary>When it was last looked at.</summary>
    [ProtoField(6)]
    public DateTime? LastUpdateTime { get; set; }

    /// <summary>When the status last changed.</summary>
    [ProtoField(7)]
    public DateTime? LastTransitionTime { get; set; }

    /// <summary>Why, in one word.</summary>
    [ProtoField(4)]
    public string? Reason { get; set; }

    /// <summary>Why, for people.</summary>
    [ProtoField(5)]
    public string? Message { get; set; }
}
