namespace Kube.Api.Meta.V1;

public sealed class APIResourceList
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [Required, ProtoField(1)]
    public string? GroupVersion { get; set; }

    [Required, ProtoField(2)]
    public List<APIResource>? Resources { get; set; }
}
