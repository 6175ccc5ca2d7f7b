namespace Kube.Api.Networking.V1;

/// <summary>The paths of one host.</summary>
public sealed class IngressRule
{
    /// <summary>The host of the request: a full name, or one whose first label is <c>*</c>. Every host when absent.</summary>
    [ProtoField(1)]
    public string? Host { get; set; }

    /// <summary>The paths; everything goes to the default backend when absent.</summary>
    [ProtoField(2, 1, IsPointer = true)]
    public HTTPIngressRuleValue? Http { get; set; }
}
