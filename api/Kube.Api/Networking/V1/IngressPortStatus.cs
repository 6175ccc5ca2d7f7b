namespace Kube.Api.Networking.V1;

/// <summary>One port of an Ingress' balancer.</summary>
public sealed class IngressPortStatus
{
    /// <summary>The port number.</summary>
    [Required, ProtoField(1)]
    public int? Port { get; set; }

    /// <summary>TCP, UDP or SCTP.</summary>
    [Required, ProtoField(2)]
    public string? Protocol { get; set; }

    /// <summary>What is wrong with the port, as a qualified or CamelCase word; absent when it works.</summary>
    [ProtoField(3, IsPointer = true)]
    public string? Error { get; set; }
}
