namespace Kube.Api.Meta.V1;

public sealed class PatchOptions
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public List<string>? DryRun { get; set; }

    [ProtoField(2, IsPointer = true)]
    public bool? Force { get; set; }

    [ProtoField(3)]
    public string? FieldManager { get; set; }

    [ProtoField(4)]
    public string? FieldValidation { get; set; }
}
