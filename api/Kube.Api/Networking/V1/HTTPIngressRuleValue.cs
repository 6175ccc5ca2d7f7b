namespace Kube.Api.Networking.V1;

/// <summary>The paths of one host.</summary>
public sealed class HTTPIngressRuleValue
{
    /// <summary>The paths; the longest match wins.</summary>
    [Required, ProtoField(1)]
    public List<HTTPIngressPath>? Paths { get; set; }
}
