using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>What has become of a Service.</summary>
public sealed class ServiceStatus
{
    /// <summary>Its load balancer.</summary>
    [ProtoField(1)]
    public LoadBalancerStatus? LoadBalancer { get; set; }

    /// <summary>Further facts.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(2)]
    public List<Condition>? Conditions { get; set; }
}
