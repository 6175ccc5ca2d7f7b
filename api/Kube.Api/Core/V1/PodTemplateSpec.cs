using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>What pods made by a workload look like.</summary>
public sealed class PodTemplateSpec
{
    /// <summary>Labels and annotations of the pods.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The pods' spec.</summary>
    [ProtoField(2)]
    public PodSpec? Spec { get; set; }
}
