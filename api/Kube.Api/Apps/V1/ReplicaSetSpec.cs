using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Apps.V1;

public sealed class ReplicaSetSpec
{
    [ProtoField(1, IsPointer = true)]
    public int? Replicas { get; set; }

    [ProtoField(4)]
    public int? MinReadySeconds { get; set; }

    [Required, ProtoField(2, IsPointer = true)]
    public LabelSelector? Selector { get; set; }

    [ProtoField(3)]
    public PodTemplateSpec? Template { get; set; }
}
