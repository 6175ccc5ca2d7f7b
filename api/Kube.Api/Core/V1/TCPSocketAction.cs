namespace Kube.Api.Core.V1;

/// <summary>A TCP connection to the pod.</summary>
public sealed class TCPSocketAction
{
    /// <summary>Port by number or by the name of a container port.</summary>
    [Required, ProtoField(1)]
    public IntOrString? Port { get; set; }

    /// <summary>Host to connect to; the pod's address when absent.</summary>
    [ProtoField(2)]
    public string? Host { get; set; }
}
