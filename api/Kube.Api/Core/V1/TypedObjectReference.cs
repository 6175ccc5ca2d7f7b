namespace Kube.Api.Core.V1;

public sealed class TypedObjectReference
{
    [ProtoField(1, IsPointer = true)]
    public string? ApiGroup { get; set; }

    [Required, ProtoField(2)]
    public string? Kind { get; set; }

    [Required, ProtoField(3)]
    public string? Name { get; set; }

    [ProtoField(4, IsPointer = true)]
    public string? Namespace { get; set; }
}
