namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class ObjectReference
{
    [ProtoField(1)]
    public string? Kind { get; set; }

    [ProtoField(2)]
    public string? Namespace { get; set; }

    [ProtoField(3)]
    public string? Name { get; set; }

    [ProtoField(4)]
    public string? Uid { get; set; }

    [ProtoField(5)]
    public string? ApiVersion { get; set; }

    [ProtoField(6)]
    public string? ResourceVersion { get; set; }

    [ProtoField(7)]
    public string? FieldPath { get; set; }
}
