namespace Kube.Api.Core.V1;

/// <summary>One address.</summary>
[MapAtomic]
public sealed class EndpointAddress
{
    /// <summary>IP address.</summary>
    [Required, ProtoField(1)]
    public string? Ip { get; set; }

    /// <summary>Host name of the pod.</summary>
    [ProtoField(3)]
    public string? Hostname { get; set; }

    /// <summary>Node it is on.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? NodeName { get; set; }

    /// <summary>The pod.</summary>
    [ProtoField(2, IsPointer = true)]
    public ObjectReference? TargetRef { get; set; }
}
