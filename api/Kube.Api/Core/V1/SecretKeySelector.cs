namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class SecretKeySelector
{
    [ProtoField(1, 1)]
    public string? Name { get; set; }

    [Required, ProtoField(2)]
    public string? Key { get; set; }

    [ProtoField(3, IsPointer = true)]
    public bool? Optional { get; set; }
}
