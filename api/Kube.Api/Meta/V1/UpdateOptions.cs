namespace Kube.Api.Meta.V1;

/// <summary>How to update an object.</summary>
public sealed class UpdateOptions
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>All to go through everything but store nothing.</summary>
    [ProtoField(1)]
    public List<string>? DryRun { get; set; }

    /// <summary>Name under which the fields are noted.</summary>
    [ProtoField(2)]
    public string? FieldManager { get; set; }

    /// <summary>What unknown and duplicate fields do: Ignore, Warn (default) or Strict.</summary>
    [ProtoField(3)]
    public string? FieldValidation { get; set; }
}
