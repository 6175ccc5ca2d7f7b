using Kube.Api.Core.V1;

namespace Kube.Api.Storage.V1;

/// <summary>The volume of an attachment; exactly one of the two is set.</summary>
public sealed class VolumeAttachmentSource
{
    /// <summary>Name of a PersistentVolume.</summary>
    [ProtoField(1, IsPointer = true)]
    public string? PersistentVolumeName { get; set; }

    /// <summary>The volume itself, for a pod's own volumes that were moved to a CSI driver.</summary>
    [ProtoField(2, IsPointer = true)]
    public PersistentVolumeSpec? InlineVolumeSpec { get; set; }
}
