using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class Binding : IKubeObject
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [Required, ProtoField(2)]
    public ObjectReference? Target { get; set; }
}
