namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>Changes an object by a JSON patch that an expression makes.</summary>
public sealed class JSONPatch
{
    /// <summary>CEL expression that makes the patch: a list of JSONPatch{} operations. It sees object, oldObject, request, params, namespaceObject, variables and authorizer.</summary>
    [ProtoField(1)]
    public string? Expression { get; set; }
}
