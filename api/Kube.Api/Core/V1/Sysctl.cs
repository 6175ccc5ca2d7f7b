namespace Kube.Api.Core.V1;

public sealed class Sysctl
{
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    [Required, ProtoField(2)]
    public string? Value { get; set; }
}
