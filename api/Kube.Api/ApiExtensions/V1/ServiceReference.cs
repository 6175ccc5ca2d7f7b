namespace Kube.Api.ApiExtensions.V1;

/// <summary>A Service that answers webhook calls.</summary>
public sealed class ServiceReference
{
    /// <summary>Namespace of the Service.</summary>
    [Required, ProtoField(1)]
    public string? Namespace { get; set; }

    /// <summary>Name of the Service.</summary>
    [Required, ProtoField(2)]
    public string? Name { get; set; }

    /// <summary>Path of the calls.</summary>
    [ProtoField(3, IsPointer = true)]
    public string? Path { get; set; }

    /// <summary>Port of the Service; 443 unless given.</summary>
    [ProtoField(4, IsPointer = true)]
    public int? Port { get; set; }
}
