namespace Kube.Api.ApiRegistration.V1;

/// <summary>One side of the state of an APIService.</summary>
public sealed class APIServiceCondition
{
    /// <summary>Which side: Available.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>True, False or Unknown.</summary>
    [Required, ProtoField(2)]
    public string? Status { get; set; }

    /// <summary>When the status last changed.</summary>
    [ProtoField(3)]
    public DateTime? LastTransitionTime { get; set; }

    /// <summary>Why, as one word in CamelCase.</summary>
    [ProtoField(4)]
    public string? Reason { get; set; }

    /// <summary>Why, for people.</summary>
    [ProtoField(5)]
    public string? Message { get; set; }
}
