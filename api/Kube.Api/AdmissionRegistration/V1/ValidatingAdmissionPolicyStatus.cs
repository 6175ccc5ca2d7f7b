using Kube.Api.Meta.V1;

namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>What the server found out about a policy.</summary>
public sealed class ValidatingAdmissionPolicyStatus
{
    /// <summary>The generation of the policy the rest of the status is about.</summary>
    [ProtoField(1)]
    public long? ObservedGeneration { get; set; }

    /// <summary>What type checking found; absent while it has not been done.</summary>
    [ProtoField(2, IsPointer = true)]
    public TypeChecking? TypeChecking { get; set; }

    /// <summary>The state of the policy as of its latest check.</summary>
    [ListMap("type"), ProtoField(3)]
    public List<Condition>? Conditions { get; set; }
}
