namespace Kube.Api.Networking.V1;

/// <summary>How requests are told apart and where they go.</summary>
public sealed class IngressSpec
{
    /// <summary>The IngressClass whose controller is meant.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? IngressClassName { get; set; }

    /// <summary>Where requests go that no rule matches.</summary>
    [ProtoField(1, IsPointer = true)]
    public IngressBackend? DefaultBackend { get; set; }

    /// <summary>Certificates for encrypted connections; all on port 443, chosen by host name.</summary>
    [ProtoField(2)]
    public List<IngressTLS>? Tls { get; set; }

    /// <summary>Hosts and paths; without any, everything goes to the default backend.</summary>
    [ProtoField(3)]
    public List<IngressRule>? Rules { get; set; }
}
