using Kube.Api.Core.V1;

namespace Kube.Api.Discovery.V1;

public sealed class Endpoint
{
    [Required, ListSet]
    public List<string>? Addresses { get; set; }

    public EndpointConditions? Conditions { get; set; }

    public string? Hostname { get; set; }

    public ObjectReference? TargetRef { get; set; }

    public Dictionary<string, string>? DeprecatedTopology { get; set; }

    public string? NodeName { get; set; }

    public string? Zone { get; set; }

    public EndpointHints? Hints { get; set; }
}
