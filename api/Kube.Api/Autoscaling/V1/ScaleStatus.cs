namespace Kube.Api.Autoscaling.V1;

/// <summary>The present number.</summary>
public sealed class ScaleStatus
{
    /// <summary>Replicas that exist.</summary>
    [Required, ProtoField(1)]
    public int? Replicas { get; set; }

    /// <summary>Their labels, in the text form of selectors.</summary>
    [ProtoField(2)]
    public string? Selector { get; set; }
}
