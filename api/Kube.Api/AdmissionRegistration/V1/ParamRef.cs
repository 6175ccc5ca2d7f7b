using Kube.Api.Meta.V1;

namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>Where a policy takes its parameters from. Exactly one of name and selector must be given.</summary>
[MapAtomic]
public sealed class ParamRef
{
    /// <summary>Name of the one object.</summary>
    [ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Namespace to look in; that of the object being judged when it is not given. Must not be given for cluster-scoped parameters.</summary>
    [ProtoField(2)]
    public string? Namespace { get; set; }

    /// <summary>Labels of the objects; the policy is evaluated with each of them.</summary>
    [ProtoField(3, IsPointer = true)]
    public LabelSelector? Selector { get; set; }

    /// <summary>What to do when there are no parameters: Allow makes the binding do nothing, Deny leaves it to the failure policy. Deny unless given.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? ParameterNotFoundAction { get; set; }
}
