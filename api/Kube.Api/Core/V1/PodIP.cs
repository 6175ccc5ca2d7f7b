namespace Kube.Api.Core.V1;

public sealed class PodIP
{
    [Required, ProtoField(1)]
    public string? Ip { get; set; }
}
