using Kube.Api.Core.V1;

namespace Kube.Api.NodeApi.V1;

/// <summary>Which nodes have a runtime. Merged into pods at creation.</summary>
public sealed class Scheduling
{
    /// <summary>Labels of such nodes. A pod that asks for another value of one of them is refused.</summary>
    [MapAtomic, ProtoField(1)]
    public Dictionary<string, string>? NodeSelector { get; set; }

    /// <summary>Taints of such nodes that its pods bear.</summary>
    [ProtoField(2)]
    public List<Toleration>? Tolerations { get; set; }
}
