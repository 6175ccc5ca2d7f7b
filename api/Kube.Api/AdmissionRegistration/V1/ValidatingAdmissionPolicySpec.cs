namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>What a validating admission policy checks, and for which requests.</summary>
public sealed class ValidatingAdmissionPolicySpec
{
    /// <summary>The kind of the objects that parameterise the policy; none for a policy without parameters.</summary>
    [ProtoField(1, IsPointer = true)]
    public ParamKind? ParamKind { get; set; }

    /// <summary>The requests the policy is for; required.</summary>
    [ProtoField(2, IsPointer = true)]
    public MatchResources? MatchConstraints { get; set; }

    /// <summary>What must be true of a request. Required unless there are audit annotations.</summary>
    [ProtoField(3)]
    public List<Validation>? Validations { get; set; }

    /// <summary>What becomes of a request when an expression fails or the policy is misconfigured: Fail or Ignore. Fail unless given.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? FailurePolicy { get; set; }

    /// <summary>Annotations for the audit event of the request. Required unless there are validations.</summary>
    [ProtoField(5)]
    public List<AuditAnnotation>? AuditAnnotations { get; set; }

    /// <summary>Conditions on top of the match constraints; all must be true. At most 64.</summary>
    [PatchMerge("name"), ListMap("name"), ProtoField(6)]
    public List<MatchCondition>? MatchConditions { get; set; }

    /// <summary>Expressions with a name, evaluated when they are used, in the order of the list.</summary>
    [PatchMerge("name"), ListMap("name"), ProtoField(7)]
    public List<Variable>? Variables { get; set; }
}
