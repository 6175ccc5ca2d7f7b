namespace Kube.Api.Core.V1;

/// <summary>Facts about the pod as files.</summary>
public sealed class DownwardAPIVolumeSource
{
    /// <summary>The files.</summary>
    [ProtoField(1)]
    public List<DownwardAPIVolumeFile>? Items { get; set; }

    /// <summary>Permission bits of the files. Default 420, which is 0644.</summary>
    [ProtoField(2, IsPointer = true)]
    public int? DefaultMode { get; set; }
}
