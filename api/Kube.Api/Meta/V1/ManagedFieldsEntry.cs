using System.Text.Json;

namespace Kube.Api.Meta.V1;

/// <summary>The fields one manager has written.</summary>
public sealed class ManagedFieldsEntry
{
    /// <summary>Name of the manager.</summary>
    [ProtoField(1)]
    public string? Manager { get; set; }

    /// <summary>Apply or Update.</summary>
    [ProtoField(2)]
    public string? Operation { get; set; }

    /// <summary>Version the fields are written in.</summary>
    [ProtoField(3)]
    public string? ApiVersion { get; set; }

    /// <summary>When they were last written.</summary>
    [ProtoField(4, IsPointer = true)]
    public DateTime? Time { get; set; }

    /// <summary>Format of fieldsV1; always FieldsV1.</summary>
    [ProtoField(6)]
    public string? FieldsType { get; set; }

    /// <summary>The fields, as a tree of paths.</summary>
    [ProtoField(7, IsPointer = true)]
    public JsonElement? FieldsV1 { get; set; }

    /// <summary>Subresource they were written through; absent for the object itself.</summary>
    [ProtoField(8)]
    public string? Subresource { get; set; }
}
