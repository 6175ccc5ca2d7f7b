namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>One thing that must be true of a request.</summary>
public sealed class Validation
{
    /// <summary>CEL expression that is true for requests that are let through. It sees object, oldObject, request, params, namespaceObject, variables and authorizer.</summary>
    [Required, ProtoField(1)]
    public string? Expression { get; set; }

    /// <summary>What the client is told when it is not true; one line. Required when the expression has line breaks.</summary>
    [ProtoField(2)]
    public string? Message { get; set; }

    /// <summary>The machine-readable reason of the refusal: Unauthorized, Forbidden, Invalid or RequestEntityTooLarge. Invalid unless given.</summary>
    [ProtoField(3, IsPointer = true)]
    public string? Reason { get; set; }

    /// <summary>CEL expression that gives the message; goes before message. When it fails, message is used.</summary>
    [ProtoField(4)]
    public string? MessageExpression { get; set; }
}
