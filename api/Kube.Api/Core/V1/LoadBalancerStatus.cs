namespace Kube.Api.Core.V1;

/// <summary>The addresses of a load balancer.</summary>
public sealed class LoadBalancerStatus
{
    /// <summary>The addresses.</summary>
    [ProtoField(1)]
    public List<LoadBalancerIngress>? Ingress { get; set; }
}
