using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class PodTemplateSpec
{
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [ProtoField(2)]
    public PodSpec? Spec { get; set; }
}
