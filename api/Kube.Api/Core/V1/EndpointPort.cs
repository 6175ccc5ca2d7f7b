namespace Kube.Api.Core.V1;

/// <summary>One port.</summary>
[MapAtomic]
public sealed class EndpointPort
{
    /// <summary>Name of the Service's port.</summary>
    [ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Port number.</summary>
    [Required, ProtoField(2)]
    public int? Port { get; set; }

    /// <summary>TCP (default), UDP or SCTP.</summary>
    [ProtoField(3)]
    public string? Protocol { get; set; }

    /// <summary>Protocol spoken on it, as a hint.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? AppProtocol { get; set; }
}
