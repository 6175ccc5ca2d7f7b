namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>Changes an object by merging in an object that an expression makes.</summary>
public sealed class ApplyConfiguration
{
    /// <summary>CEL expression that makes the apply configuration to merge: an Object{} with the fields to set. It sees object, oldObject, request, params, namespaceObject, variables and authorizer.</summary>
    [ProtoField(1)]
    public string? Expression { get; set; }
}
