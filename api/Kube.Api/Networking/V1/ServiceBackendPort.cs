namespace Kube.Api.Networking.V1;

/// <summary>A port of a Service, by name or by number.</summary>
[MapAtomic]
public sealed class ServiceBackendPort
{
    /// <summary>The port's name; excludes the number.</summary>
    [ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>The port's number; excludes the name.</summary>
    [ProtoField(2)]
    public int? Number { get; set; }
}
