namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>Something suspicious that type checking found in an expression.</summary>
public sealed class ExpressionWarning
{
    /// <summary>The field that holds the expression, such as spec.validations[0].expression.</summary>
    [Required, ProtoField(2)]
    public string? FieldRef { get; set; }

    /// <summary>What was found, for people.</summary>
    [Required, ProtoField(3)]
    public string? Warning { get; set; }
}
