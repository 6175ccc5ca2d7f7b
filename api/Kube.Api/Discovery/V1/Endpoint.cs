using Kube.Api.Core.V1;

namespace Kube.Api.Discovery.V1;

/// <summary>One endpoint of a Service, usually a pod.</summary>
public sealed class Endpoint
{
    /// <summary>Its addresses; readers use the first.</summary>
    [Required, ListSet, ProtoField(1)]
    public List<string>? Addresses { get; set; }

    /// <summary>Whether it takes traffic.</summary>
    [ProtoField(2)]
    public EndpointConditions? Conditions { get; set; }

    /// <summary>Host name of the pod.</summary>
    [ProtoField(3, IsPointer = true)]
    public string? Hostname { get; set; }

    /// <summary>The pod.</summary>
    [ProtoField(4, IsPointer = true)]
    public ObjectReference? TargetRef { get; set; }

    /// <summary>Labels of its node, from older versions of the API.</summary>
    [ProtoField(5)]
    public Dictionary<string, string>? DeprecatedTopology { get; set; }

    /// <summary>Node it is on.</summary>
    [ProtoField(6, IsPointer = true)]
    public string? NodeName { get; set; }

    /// <summary>Zone it is in.</summary>
    [ProtoField(7, IsPointer = true)]
    public string? Zone { get; set; }

    /// <summary>Who should use it.</summary>
    [ProtoField(8, IsPointer = true)]
    public EndpointHints? Hints { get; set; }
}
