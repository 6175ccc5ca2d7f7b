namespace Kube.Api.ApiRegistration.V1;

/// <summary>A Service in front of an API server.</summary>
public sealed class ServiceReference
{
    /// <summary>Namespace of the Service.</summary>
    [ProtoField(1)]
    public string? Namespace { get; set; }

    /// <summary>Name of the Service.</summary>
    [ProtoField(2)]
    public string? Name { get; set; }

    /// <summary>Port of the Service, 1 to 65535. 443 unless given.</summary>
    [ProtoField(3, IsPointer = true)]
    public int? Port { get; set; }
}
