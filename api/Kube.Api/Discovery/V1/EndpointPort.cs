namespace Kube.Api.Discovery.V1;

/// <summary>A port of all endpoints of a slice.</summary>
[MapAtomic]
public sealed class EndpointPort
{
    /// <summary>Name of the Service's port; empty when it has none.</summary>
    [ProtoField(1, IsPointer = true)]
    public string? Name { get; set; }

    /// <summary>TCP (default), UDP or SCTP.</summary>
    [ProtoField(2, IsPointer = true)]
    public string? Protocol { get; set; }

    /// <summary>Port number; absent for all ports.</summary>
    [ProtoField(3, IsPointer = true)]
    public int? Port { get; set; }

    /// <summary>Protocol spoken on it, as a hint.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? AppProtocol { get; set; }
}
