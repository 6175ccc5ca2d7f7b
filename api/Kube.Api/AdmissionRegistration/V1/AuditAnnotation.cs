namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>An annotation for the audit event of a request.</summary>
public sealed class AuditAnnotation
{
    /// <summary>Name of the annotation, unique within the policy: a qualified name of at most 63 characters. The name of the policy is put in front of it.</summary>
    [Required, ProtoField(1)]
    public string? Key { get; set; }

    /// <summary>CEL expression that gives the text of the annotation, or null for no annotation.</summary>
    [Required, ProtoField(2)]
    public string? ValueExpression { get; set; }
}
