namespace Kube.Api.Core.V1;

/// <summary>A Gluster volume, for a persistent volume: its Endpoints may be in any namespace.</summary>
public sealed class GlusterfsPersistentVolumeSource
{
    /// <summary>Endpoints object with the servers.</summary>
    [Required, ProtoField(1)]
    public string? Endpoints { get; set; }

    /// <summary>Name of the volume.</summary>
    [Required, ProtoField(2)]
    public string? Path { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(3)]
    public bool? ReadOnly { get; set; }

    /// <summary>Namespace of the Endpoints object; that of the claim when absent.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? EndpointsNamespace { get; set; }
}
