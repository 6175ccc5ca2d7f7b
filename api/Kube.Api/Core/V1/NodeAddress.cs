namespace Kube.Api.Core.V1;

/// <summary>An address or name of a node.</summary>
public sealed class NodeAddress
{
    /// <summary>Hostname, InternalIP, ExternalIP, InternalDNS or ExternalDNS.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>The address or name.</summary>
    [Required, ProtoField(2)]
    public string? Address { get; set; }
}
