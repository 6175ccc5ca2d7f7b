namespace Kube.Api.Storage.V1;

/// <summary>How far attaching a volume is.</summary>
public sealed class VolumeAttachmentStatus
{
    /// <summary>True once it is attached.</summary>
    [Required, ProtoField(1)]
    public bool? Attached { get; set; }

    /// <summary>What the driver needs for mounting it.</summary>
    [ProtoField(2)]
    public Dictionary<string, string>? AttachmentMetadata { get; set; }

    /// <summary>The last error of attaching; gone once that succeeds.</summary>
    [ProtoField(3, IsPointer = true)]
    public VolumeError? AttachError { get; set; }

    /// <summary>The last error of detaching; gone once that succeeds.</summary>
    [ProtoField(4, IsPointer = true)]
    public VolumeError? DetachError { get; set; }
}
