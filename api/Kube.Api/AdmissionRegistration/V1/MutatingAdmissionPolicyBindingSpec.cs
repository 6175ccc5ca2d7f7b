namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>How a mutating admission policy is put to work.</summary>
public sealed class MutatingAdmissionPolicyBindingSpec
{
    /// <summary>Name of the policy; the binding is idle while there is none of that name. Required.</summary>
    [ProtoField(1)]
    public string? PolicyName { get; set; }

    /// <summary>The object, or objects, that the policy takes its parameters from; each is evaluated on its own.</summary>
    [ProtoField(2, IsPointer = true)]
    public ParamRef? ParamRef { get; set; }

    /// <summary>Narrows the requests the policy is for; nothing is narrowed when it is not given.</summary>
    [ProtoField(3, IsPointer = true)]
    public MatchResources? MatchResources { get; set; }
}
