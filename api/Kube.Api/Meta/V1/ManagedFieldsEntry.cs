using System.Text.Json;

namespace Kube.Api.Meta.V1;

public sealed class ManagedFieldsEntry
{
    [ProtoField(1)]
    public string? Manager { get; set; }

    [ProtoField(2)]
    public string? Operation { get; set; }

    [ProtoField(3)]
    public string? ApiVersion { get; set; }

    [ProtoField(4, IsPointer = true)]
    public DateTime? Time { get; set; }

    [ProtoField(6)]
    public string? FieldsType { get; set; }

    [ProtoField(7, IsPointer = true)]
    public JsonElement? FieldsV1 { get; set; }

    [ProtoField(8)]
    public string? Subresource { get; set; }
}
