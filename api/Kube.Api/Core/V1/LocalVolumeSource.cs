namespace Kube.Api.Core.V1;

/// <summary>A disk or directory of one node.</summary>
public sealed class LocalVolumeSource
{
    /// <summary>Path on the node: a directory or a block device.</summary>
    [Required, ProtoField(1)]
    public string? Path { get; set; }

    /// <summary>File system to make on a block device that has none, such as ext4; guessed when absent.</summary>
    [ProtoField(2, IsPointer = true)]
    public string? FsType { get; set; }
}
