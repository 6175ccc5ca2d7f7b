namespace Kube.Api.FlowControl.V1;

/// <summary>How requests of a level are limited.</summary>
public sealed class PriorityLevelConfigurationSpec
{
    /// <summary>Exempt or Limited.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>The limit; there exactly when the type is Limited.</summary>
    [ProtoField(2, IsPointer = true)]
    public LimitedPriorityLevelConfiguration? Limited { get; set; }

    /// <summary>The share for lending; there only when the type is Exempt.</summary>
    [ProtoField(3, IsPointer = true)]
    public ExemptPriorityLevelConfiguration? Exempt { get; set; }
}
