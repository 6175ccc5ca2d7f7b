namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>A Service in front of a webhook.</summary>
public sealed class ServiceReference
{
    /// <summary>Namespace of the Service.</summary>
    [Required, ProtoField(1)]
    public string? Namespace { get; set; }

    /// <summary>Name of the Service.</summary>
    [Required, ProtoField(2)]
    public string? Name { get; set; }

    /// <summary>Path the requests are sent to.</summary>
    [ProtoField(3, IsPointer = true)]
    public string? Path { get; set; }

    /// <summary>Port of the Service, 1 to 65535. 443 unless given.</summary>
    [ProtoField(4, IsPointer = true)]
    public int? Port { get; set; }
}
