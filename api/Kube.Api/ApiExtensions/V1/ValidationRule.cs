namespace Kube.Api.ApiExtensions.V1;

/// <summary>A rule in the Common Expression Language that a value must satisfy.</summary>
public sealed class ValidationRule
{
    /// <summary>The expression; self is the value.</summary>
    [Required, ProtoField(1)]
    public string? Rule { get; set; }

    /// <summary>What clients are told when it does not hold.</summary>
    [ProtoField(2)]
    public string? Message { get; set; }

    /// <summary>An expression that makes that text.</summary>
    [ProtoField(3)]
    public string? MessageExpression { get; set; }

    /// <summary>The reason clients are told; FieldValueInvalid unless given.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? Reason { get; set; }

    /// <summary>The field clients are told, relative to the value.</summary>
    [ProtoField(5)]
    public string? FieldPath { get; set; }

    /// <summary>The rule also runs where there is no old value to compare with.</summary>
    [ProtoField(6, IsPointer = true)]
    public bool? OptionalOldSelf { get; set; }
}
