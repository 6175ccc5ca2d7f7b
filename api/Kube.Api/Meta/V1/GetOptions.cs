namespace Kube.Api.Meta.V1;

/// <summary>How to read one object.</summary>
public sealed class GetOptions
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Version to read at least.</summary>
    [ProtoField(1)]
    public string? ResourceVersion { get; set; }
}
