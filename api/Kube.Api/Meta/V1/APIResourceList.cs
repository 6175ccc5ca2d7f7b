namespace Kube.Api.Meta.V1;

public sealed class APIResourceList
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [Required]
    public string? GroupVersion { get; set; }

    [Required]
    public List<APIResource>? Resources { get; set; }
}
