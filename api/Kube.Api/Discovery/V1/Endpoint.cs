using Kube.Api.Core.V1;

namespace Kube.Api.Discovery.V1;

public sealed class Endpoint
{
    [Required, ListSet, ProtoField(1)]
    public List<string>? Addresses { get; set; }

    [ProtoField(2)]
    public EndpointConditions? Conditions { get; set; }

    [ProtoField(3, IsPointer = true)]
    public string? Hostname { get; set; }

    [ProtoField(4, IsPointer = true)]
    public ObjectReference? TargetRef { get; set; }

    [ProtoField(5)]
    public Dictionary<string, string>? DeprecatedTopology { get; set; }

    [ProtoField(6, IsPointer = true)]
    public string? NodeName { get; set; }

    [ProtoField(7, IsPointer = true)]
    public string? Zone { get; set; }

    [ProtoField(8, IsPointer = true)]
    public EndpointHints? Hints { get; set; }
}
