namespace Kube.Api.Networking.V1;

/// <summary>What has become of an Ingress.</summary>
public sealed class IngressStatus
{
    /// <summary>Where it is reachable.</summary>
    [ProtoField(1)]
    public IngressLoadBalancerStatus? LoadBalancer { get; set; }
}
