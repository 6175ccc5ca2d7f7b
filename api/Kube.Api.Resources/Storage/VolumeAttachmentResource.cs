using Kube.Api.Storage.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Storage;

internal sealed class VolumeAttachmentResource : Resource<VolumeAttachment>
{
    public override bool AllowUnconditionalUpdate => false;

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    protected override IReadOnlyList<Column<VolumeAttachment>> Columns { get; } =
    [
        NameColumn,
        new("Attacher", "string", (a, _) => a.Spec?.Attacher, Format: "name", Description: "The CSI driver that attaches it."),
        new("PV", "string", (a, _) => a.Spec?.Source?.PersistentVolumeName ?? "", Description: "The volume."),
        new("Node", "string", (a, _) => a.Spec?.NodeName, Description: "The node."),
        new("Attached", "boolean", (a, _) => a.Status?.Attached ?? false, Description: "Whether it is attached."),
        AgeColumn,
    ];

    protected override void Default(VolumeAttachment obj)
    {
        if (obj.Spec?.Source?.InlineVolumeSpec is { } volume)
        {
            Core.VolumeSourceDefaults.Apply(volume);
        }
    }

    protected override void PrepareForCreate(VolumeAttachment obj) => obj.Status = new VolumeAttachmentStatus { Attached = false };

    protected override void PrepareForUpdate(VolumeAttachment obj, VolumeAttachment old) => obj.Status = old.Status;

    protected override void PrepareForStatusUpdate(VolumeAttachment obj, VolumeAttachment old) => obj.Spec = old.Spec;

    protected override void Validate(VolumeAttachment obj, FieldErrors errors) => VolumeAttachmentValidation.Check(obj.Spec ?? new VolumeAttachmentSpec(), errors);

    /// <summary>What is to be attached where never changes; another attachment takes its place.</summary>
    protected override void ValidateUpdate(VolumeAttachment obj, VolumeAttachment old, FieldErrors errors)
    {
        if (!Wire.Same(obj.Spec, old.Spec))
        {
            errors.Immutable(FieldPath.Of("spec"), FieldRules.Shown(obj.Spec));
        }
    }

    protected override void ValidateStatusUpdate(VolumeAttachment obj, VolumeAttachment old, FieldErrors errors) =>
        VolumeAttachmentValidation.CheckStatus(obj.Status ?? new VolumeAttachmentStatus(), errors);
}
