namespace Kube.Api.Discovery.V1;

public sealed class EndpointHints
{
    [ProtoField(1)]
    public List<ForZone>? ForZones { get; set; }

    [ProtoField(2)]
    public List<ForNode>? ForNodes { get; set; }
}
