using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class ServiceStatus
{
    public LoadBalancerStatus? LoadBalancer { get; set; }

    [PatchMerge("type"), ListMap("type")]
    public List<Condition>? Conditions { get; set; }
}
