namespace Kube.Api.Discovery.V1;

public sealed class EndpointHints
{
    public List<ForZone>? ForZones { get; set; }

    public List<ForNode>? ForNodes { get; set; }
}
