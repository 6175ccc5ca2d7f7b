namespace Kube.Api.Core.V1;

public sealed class Toleration
{
    [ProtoField(1)]
    public string? Key { get; set; }

    [ProtoField(2)]
    public string? Operator { get; set; }

    [ProtoField(3)]
    public string? Value { get; set; }

    [ProtoField(4)]
    public string? Effect { get; set; }

    [ProtoField(5, IsPointer = true)]
    public long? TolerationSeconds { get; set; }
}
