using Kube.Api.Meta.V1;

namespace Kube.Api.Autoscaling.V1;

public sealed class Scale : IKubeObject
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [ProtoField(2)]
    public ScaleSpec? Spec { get; set; }

    [ProtoField(3)]
    public ScaleStatus? Status { get; set; }
}
