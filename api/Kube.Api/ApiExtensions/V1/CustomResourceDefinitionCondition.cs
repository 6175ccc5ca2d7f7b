namespace Kube.Api.ApiExtensions.V1;

/// <summary>One fact about a definition.</summary>
public sealed class CustomResourceDefinitionCondition
{
    /// <summary>Which fact, such as Established.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>True, False or Unknown.</summary>
    [Required, ProtoField(2)]
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

    /// <summary>The metadata.generation it was found for.</summary>
    [ProtoField(6)]
    public long? ObservedGeneration { get; set; }
}
