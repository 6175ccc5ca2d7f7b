namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>How a validating admission policy is put to work.</summary>
public sealed class ValidatingAdmissionPolicyBindingSpec
{
    /// <summary>Name of the policy; the binding is idle while there is none of that name. Required.</summary>
    [Required, ProtoField(1)]
    public string? PolicyName { get; set; }

    /// <summary>The object, or objects, that the policy takes its parameters from; each is evaluated on its own.</summary>
    [ProtoField(2, IsPointer = true)]
    public ParamRef? ParamRef { get; set; }

    /// <summary>Narrows the requests the policy is for; nothing is narrowed when it is not given.</summary>
    [ProtoField(3, IsPointer = true)]
    public MatchResources? MatchResources { get; set; }

    /// <summary>What a failed validation does: Deny refuses the request, Warn warns the client, Audit notes it. Deny and Warn exclude each other. Required.</summary>
    [Required, ListSet, ProtoField(4)]
    public List<string>? ValidationActions { get; set; }
}
