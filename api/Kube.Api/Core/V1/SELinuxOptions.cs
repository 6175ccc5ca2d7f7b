namespace Kube.Api.Core.V1;

public sealed class SELinuxOptions
{
    [ProtoField(1)]
    public string? User { get; set; }

    [ProtoField(2)]
    public string? Role { get; set; }

    [ProtoField(3)]
    public string? Type { get; set; }

    [ProtoField(4)]
    public string? Level { get; set; }
}
