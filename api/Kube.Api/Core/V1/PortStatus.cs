namespace Kube.Api.Core.V1;

/// <summary>State of a load balancer's port.</summary>
public sealed class PortStatus
{
    /// <summary>Port number.</summary>
    [Required, ProtoField(1)]
    public int? Port { get; set; }

    /// <summary>TCP, UDP or SCTP.</summary>
    [Required, ProtoField(2)]
    public string? Protocol { get; set; }

    /// <summary>What is wrong with it, in one word.</summary>
    [ProtoField(3, IsPointer = true)]
    public string? Error { get; set; }
}
