namespace Kube.Api.Core.V1;

/// <summary>A port of a Service.</summary>
public sealed class ServicePort
{
    /// <summary>Name, unique in the Service; needed when there are several ports.</summary>
    [ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>TCP (default), UDP or SCTP.</summary>
    [WireDefault("TCP"), ProtoField(2)]
    public string? Protocol { get; set; }

    /// <summary>Protocol spoken on it, as a hint.</summary>
    [ProtoField(6, IsPointer = true)]
    public string? AppProtocol { get; set; }

    /// <summary>Port of the Service's address.</summary>
    [Required, ProtoField(3)]
    public int? Port { get; set; }

    /// <summary>Port of the pods by number or name. Default the same as port.</summary>
    [ProtoField(4)]
    public IntOrString? TargetPort { get; set; }

    /// <summary>Port of every node that leads here; allocated for NodePort and LoadBalancer unless given.</summary>
    [ProtoField(5)]
    public int? NodePort { get; set; }
}
