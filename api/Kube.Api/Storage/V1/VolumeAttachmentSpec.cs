namespace Kube.Api.Storage.V1;

/// <summary>What to attach where.</summary>
public sealed class VolumeAttachmentSpec
{
    /// <summary>The CSI driver that does it.</summary>
    [Required, ProtoField(1)]
    public string? Attacher { get; set; }

    /// <summary>The volume.</summary>
    [Required, ProtoField(2)]
    public VolumeAttachmentSource? Source { get; set; }

    /// <summary>The node.</summary>
    [Required, ProtoField(3)]
    public string? NodeName { get; set; }
}
