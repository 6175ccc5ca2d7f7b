namespace Kube.Api.Meta.V1;

/// <summary>The resources of one group and version.</summary>
public sealed class APIResourceList
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>The group and version.</summary>
    [Required, ProtoField(1)]
    public string? GroupVersion { get; set; }

    /// <summary>The resources.</summary>
    [Required, ProtoField(2)]
    public List<APIResource>? Resources { get; set; }
}
