namespace Kube.Api.Discovery.V1;

/// <summary>Whether an endpoint takes traffic.</summary>
public sealed class EndpointConditions
{
    /// <summary>True when it takes traffic and is not going. Absent counts as true.</summary>
    [ProtoField(1, IsPointer = true)]
    public bool? Ready { get; set; }

    /// <summary>True when it takes traffic, going or not. Absent counts as ready.</summary>
    [ProtoField(2, IsPointer = true)]
    public bool? Serving { get; set; }

    /// <summary>True when it is going. Absent counts as false.</summary>
    [ProtoField(3, IsPointer = true)]
    public bool? Terminating { get; set; }
}
