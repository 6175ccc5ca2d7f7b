namespace Kube.Api.Core.V1;

/// <summary>Several sources of files in one folder.</summary>
public sealed class ProjectedVolumeSource
{
    /// <summary>The sources.</summary>
    [ProtoField(1)]
    public List<VolumeProjection>? Sources { get; set; }

    /// <summary>Permission bits of the files. Default 420, which is 0644.</summary>
    [ProtoField(2, IsPointer = true)]
    public int? DefaultMode { get; set; }
}
