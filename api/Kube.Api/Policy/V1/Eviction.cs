using Kube.Api.Meta.V1;

namespace Kube.Api.Policy.V1;

public sealed class Eviction : IKubeObject
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    public ObjectMeta? Metadata { get; set; }

    public DeleteOptions? DeleteOptions { get; set; }
}
