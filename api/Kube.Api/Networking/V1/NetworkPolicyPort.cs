namespace Kube.Api.Networking.V1;

/// <summary>A port, a range of ports, or all ports of a protocol.</summary>
public sealed class NetworkPolicyPort
{
    /// <summary>TCP, UDP or SCTP; TCP when absent.</summary>
    [ProtoField(1, IsPointer = true)]
    public string? Protocol { get; set; }

    /// <summary>A number, or the name of a container's port; all when absent.</summary>
    [ProtoField(2, IsPointer = true)]
    public IntOrString? Port { get; set; }

    /// <summary>The last port of a range that begins at a numeric port.</summary>
    [ProtoField(3, IsPointer = true)]
    public int? EndPort { get; set; }
}
