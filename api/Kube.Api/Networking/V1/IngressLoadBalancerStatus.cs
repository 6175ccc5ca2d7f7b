namespace Kube.Api.Networking.V1;

/// <summary>Where an Ingress is reachable.</summary>
public sealed class IngressLoadBalancerStatus
{
    /// <summary>The addresses.</summary>
    [ProtoField(1)]
    public List<IngressLoadBalancerIngress>? Ingress { get; set; }
}
