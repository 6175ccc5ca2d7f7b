namespace Kube.Api.Core.V1;

public sealed class HostIP
{
    [Required, ProtoField(1)]
    public string? Ip { get; set; }
}
