namespace Kube.Api.Discovery.V1;

/// <summary>Who should use an endpoint.</summary>
public sealed class EndpointHints
{
    /// <summary>Zones that should.</summary>
    [ProtoField(1)]
    public List<ForZone>? ForZones { get; set; }

    /// <summary>Nodes that should.</summary>
    [ProtoField(2)]
    public List<ForNode>? ForNodes { get; set; }
}
