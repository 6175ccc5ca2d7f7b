namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class TypedLocalObjectReference
{
    [ProtoField(1, IsPointer = true)]
    public string? ApiGroup { get; set; }

    [Required, ProtoField(2)]
    public string? Kind { get; set; }

    [Required, ProtoField(3)]
    public string? Name { get; set; }
}
