namespace Kube.Api.Core.V1;

/// <summary>A pointer that travels inside an annotation.</summary>
public sealed class SerializedReference
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>The pointer.</summary>
    [ProtoField(1)]
    public ObjectReference? Reference { get; set; }
}
