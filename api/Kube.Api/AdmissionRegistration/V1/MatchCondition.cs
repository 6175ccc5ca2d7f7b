namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>A condition that requests must meet before a webhook is called or a policy is evaluated.</summary>
public sealed class MatchCondition
{
    /// <summary>Name of the condition, unique in its list: a qualified name, as logs and metrics show it.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>CEL expression that is true for requests that match. It sees object, oldObject, request and authorizer.</summary>
    [Required, ProtoField(2)]
    public string? Expression { get; set; }
}
