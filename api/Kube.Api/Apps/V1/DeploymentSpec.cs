using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Apps.V1;

public sealed class DeploymentSpec
{
    [ProtoField(1, IsPointer = true)]
    public int? Replicas { get; set; }

    [Required, ProtoField(2, IsPointer = true)]
    public LabelSelector? Selector { get; set; }

    [Required, ProtoField(3)]
    public PodTemplateSpec? Template { get; set; }

    [PatchRetainKeys, ProtoField(4)]
    public DeploymentStrategy? Strategy { get; set; }

    [ProtoField(5)]
    public int? MinReadySeconds { get; set; }

    [ProtoField(6, IsPointer = true)]
    public int? RevisionHistoryLimit { get; set; }

    [ProtoField(7)]
    public bool? Paused { get; set; }

    [ProtoField(9, IsPointer = true)]
    public int? ProgressDeadlineSeconds { get; set; }
}
