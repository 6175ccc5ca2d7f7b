namespace Kube.Api.Core.V1;

/// <summary>How host names are looked up, on top of dnsPolicy.</summary>
public sealed class PodDNSConfig
{
    /// <summary>Addresses of name servers, at most three.</summary>
    [ProtoField(1)]
    public List<string>? Nameservers { get; set; }

    /// <summary>Domains that short names are tried in.</summary>
    [ProtoField(2)]
    public List<string>? Searches { get; set; }

    /// <summary>Resolver options.</summary>
    [ProtoField(3)]
    public List<PodDNSConfigOption>? Options { get; set; }
}
