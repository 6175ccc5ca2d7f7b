namespace Kube.Api.Networking.V1;

/// <summary>A port of a Service.</summary>
public sealed class IngressServiceBackend
{
    /// <summary>The Service's name.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Which of its ports, by number or by name.</summary>
    [ProtoField(2)]
    public ServiceBackendPort? Port { get; set; }
}
