namespace Kube.Api.Core.V1;

public sealed class LoadBalancerStatus
{
    [ProtoField(1)]
    public List<LoadBalancerIngress>? Ingress { get; set; }
}
