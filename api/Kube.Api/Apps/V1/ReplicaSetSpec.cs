using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Apps.V1;

public sealed class ReplicaSetSpec
{
    public int? Replicas { get; set; }

    public int? MinReadySeconds { get; set; }

    [Required]
    public LabelSelector? Selector { get; set; }

    public PodTemplateSpec? Template { get; set; }
}
