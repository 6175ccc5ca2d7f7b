namespace Kube.Api.Core.V1;

/// <summary>A Gluster volume.</summary>
public sealed class GlusterfsVolumeSource
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
}
