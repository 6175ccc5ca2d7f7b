namespace Kube.Api.Core.V1;

public sealed class Taint
{
    [Required, ProtoField(1)]
    public string? Key { get; set; }

    [ProtoField(2)]
    public string? Value { get; set; }

    [Required, ProtoField(3)]
    public string? Effect { get; set; }

    [ProtoField(4, IsPointer = true)]
    public DateTime? TimeAdded { get; set; }
}
