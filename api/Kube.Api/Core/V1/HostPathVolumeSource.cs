namespace Kube.Api.Core.V1;

/// <summary>A file or folder of the node. Pods that use it see, and may change, the node.</summary>
public sealed class HostPathVolumeSource
{
    /// <summary>Path on the node.</summary>
    [Required, ProtoField(1)]
    public string? Path { get; set; }

    /// <summary>What must be there, or is made: Directory, DirectoryOrCreate, File, FileOrCreate, Socket, CharDevice, BlockDevice. Empty (default) checks nothing.</summary>
    [ProtoField(2, IsPointer = true)]
    public string? Type { get; set; }
}
