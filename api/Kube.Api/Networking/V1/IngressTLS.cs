namespace Kube.Api.Networking.V1;

/// <summary>A certificate and the hosts it is for.</summary>
public sealed class IngressTLS
{
    /// <summary>Host names in the certificate; the controller decides when absent.</summary>
    [ProtoField(1)]
    public List<string>? Hosts { get; set; }

    /// <summary>The Secret with certificate and key; connections are passed on by host name alone when absent.</summary>
    [ProtoField(2)]
    public string? SecretName { get; set; }
}
