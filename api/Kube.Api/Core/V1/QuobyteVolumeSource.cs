namespace Kube.Api.Core.V1;

/// <summary>A Quobyte volume.</summary>
public sealed class QuobyteVolumeSource
{
    /// <summary>Addresses of the registry.</summary>
    [Required, ProtoField(1)]
    public string? Registry { get; set; }

    /// <summary>Name of the volume.</summary>
    [Required, ProtoField(2)]
    public string? Volume { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(3)]
    public bool? ReadOnly { get; set; }

    /// <summary>User to mount as.</summary>
    [ProtoField(4)]
    public string? User { get; set; }

    /// <summary>Group to mount as.</summary>
    [ProtoField(5)]
    public string? Group { get; set; }

    /// <summary>Tenant that owns it.</summary>
    [ProtoField(6)]
    public string? Tenant { get; set; }
}
