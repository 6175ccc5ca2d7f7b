using Kube.Api.Meta.V1;

namespace Kube.Api.Policy.V1;

public sealed class Eviction : IKubeObject
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [ProtoField(2, IsPointer = true)]
    public DeleteOptions? DeleteOptions { get; set; }
}
