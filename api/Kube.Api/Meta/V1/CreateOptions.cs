namespace Kube.Api.Meta.V1;

public sealed class CreateOptions
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    public List<string>? DryRun { get; set; }

    public string? FieldManager { get; set; }

    public string? FieldValidation { get; set; }
}
