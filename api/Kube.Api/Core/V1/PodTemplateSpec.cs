using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class PodTemplateSpec
{
    public ObjectMeta? Metadata { get; set; }

    public PodSpec? Spec { get; set; }
}
