namespace Kube.Api.Core.V1;

public sealed class SecretProjection
{
    [ProtoField(1, 1)]
    public string? Name { get; set; }

    [ProtoField(2)]
    public List<KeyToPath>? Items { get; set; }

    [ProtoField(4, IsPointer = true)]
    public bool? Optional { get; set; }
}
