namespace Kube.Api.Meta.V1;

/// <summary>The groups of the API.</summary>
public sealed class APIGroupList
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>The groups.</summary>
    [Required, ProtoField(1)]
    public List<APIGroup>? Groups { get; set; }
}
