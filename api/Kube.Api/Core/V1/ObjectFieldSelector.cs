namespace Kube.Api.Core.V1;

/// <summary>A field of the pod.</summary>
[MapAtomic]
public sealed class ObjectFieldSelector
{
    /// <summary>Version the path is written for. Default v1.</summary>
    [ProtoField(1)]
    public string? ApiVersion { get; set; }

    /// <summary>Path of the field, such as metadata.name or status.podIP.</summary>
    [Required, ProtoField(2)]
    public string? FieldPath { get; set; }
}
