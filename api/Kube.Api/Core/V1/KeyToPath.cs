namespace Kube.Api.Core.V1;

public sealed class KeyToPath
{
    [Required, ProtoField(1)]
    public string? Key { get; set; }

    [Required, ProtoField(2)]
    public string? Path { get; set; }

    [ProtoField(3, IsPointer = true)]
    public int? Mode { get; set; }
}
