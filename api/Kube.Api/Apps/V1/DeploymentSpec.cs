using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Apps.V1;

public sealed class DeploymentSpec
{
    public int? Replicas { get; set; }

    [Required]
    public LabelSelector? Selector { get; set; }

    [Required]
    public PodTemplateSpec? Template { get; set; }

    [PatchRetainKeys]
    public DeploymentStrategy? Strategy { get; set; }

    public int? MinReadySeconds { get; set; }

    public int? RevisionHistoryLimit { get; set; }

    public bool? Paused { get; set; }

    public int? ProgressDeadlineSeconds { get; set; }
}
