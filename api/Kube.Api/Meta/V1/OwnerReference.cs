namespace Kube.Api.Meta.V1;

[MapAtomic]
public sealed class OwnerReference
{
    [Required, ProtoField(5)]
    public string? ApiVersion { get; set; }

    [Required, ProtoField(1)]
    public string? Kind { get; set; }

    [Required, ProtoField(3)]
    public string? Name { get; set; }

    [Required, ProtoField(4)]
    public string? Uid { get; set; }

    [ProtoField(6, IsPointer = true)]
    public bool? Controller { get; set; }

    [ProtoField(7, IsPointer = true)]
    public bool? BlockOwnerDeletion { get; set; }
}
