using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class ServiceStatus
{
    [ProtoField(1)]
    public LoadBalancerStatus? LoadBalancer { get; set; }

    [PatchMerge("type"), ListMap("type"), ProtoField(2)]
    public List<Condition>? Conditions { get; set; }
}
