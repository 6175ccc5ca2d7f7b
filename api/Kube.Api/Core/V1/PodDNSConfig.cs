namespace Kube.Api.Core.V1;

public sealed class PodDNSConfig
{
    [ProtoField(1)]
    public List<string>? Nameservers { get; set; }

    [ProtoField(2)]
    public List<string>? Searches { get; set; }

    [ProtoField(3)]
    public List<PodDNSConfigOption>? Options { get; set; }
}
