namespace Kube.Api.Core.V1;

public sealed class PodDNSConfig
{
    public List<string>? Nameservers { get; set; }

    public List<string>? Searches { get; set; }

    public List<PodDNSConfigOption>? Options { get; set; }
}
