using Kube.Api.Meta.V1;

namespace Kube.Api.Storage.V1;

/// <summary>A volume that is, or is to be, attached to a node.</summary>
public sealed class VolumeAttachment : IResource<VolumeAttachment>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("storage.k8s.io", "v1", "VolumeAttachment", "volumeattachments", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name and the rest that every object has.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>What to attach where.</summary>
    [Required, ProtoField(2)]
    public VolumeAttachmentSpec? Spec { get; set; }

    /// <summary>Whether it is attached; written by the attacher.</summary>
    [ProtoField(3)]
    public VolumeAttachmentStatus? Status { get; set; }
}
