using Kube.Api.Meta.V1;

namespace Kube.Api.Autoscaling.V1;

public sealed class Scale : IKubeObject
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    public ObjectMeta? Metadata { get; set; }

    public ScaleSpec? Spec { get; set; }

    public ScaleStatus? Status { get; set; }
}
