namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>What type checking found.</summary>
public sealed class TypeChecking
{
    /// <summary>What looks wrong in expressions.</summary>
    [ProtoField(1)]
    public List<ExpressionWarning>? ExpressionWarnings { get; set; }
}
