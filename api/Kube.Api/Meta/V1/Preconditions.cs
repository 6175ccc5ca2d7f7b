namespace Kube.Api.Meta.V1;

public sealed class Preconditions
{
    [ProtoField(1, IsPointer = true)]
    public string? Uid { get; set; }

    [ProtoField(2, IsPointer = true)]
    public string? ResourceVersion { get; set; }
}
