namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>What a mutating admission policy does, and for which requests.</summary>
public sealed class MutatingAdmissionPolicySpec
{
    /// <summary>The kind of the objects that parameterise the policy; none for a policy without parameters.</summary>
    [ProtoField(1, IsPointer = true)]
    public ParamKind? ParamKind { get; set; }

    /// <summary>The requests the policy is for; required.</summary>
    [ProtoField(2, IsPointer = true)]
    public MatchResources? MatchConstraints { get; set; }

    /// <summary>Expressions with a name, evaluated when they are used, in the order of the list.</summary>
    [ProtoField(3)]
    public List<Variable>? Variables { get; set; }

    /// <summary>The changes to make, in order; at least one.</summary>
    [ProtoField(4)]
    public List<Mutation>? Mutations { get; set; }

    /// <summary>What becomes of a request when an expression fails or the policy is misconfigured: Fail or Ignore. Fail unless given.</summary>
    [ProtoField(5, IsPointer = true)]
    public string? FailurePolicy { get; set; }

    /// <summary>Conditions on top of the match constraints; all must be true. At most 64.</summary>
    [PatchMerge("name"), ListMap("name"), ProtoField(6)]
    public List<MatchCondition>? MatchConditions { get; set; }

    /// <summary>Whether the policy runs again when a later one has changed the object: Never or IfNeeded. Never unless given.</summary>
    [ProtoField(7)]
    public string? ReinvocationPolicy { get; set; }
}
