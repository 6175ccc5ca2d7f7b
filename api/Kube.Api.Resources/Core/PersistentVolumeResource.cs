using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

internal sealed class PersistentVolumeResource : Resource<PersistentVolume>
{
    private const string Unset = "<unset>";

    public override Names Names => new(Short: ["pv"]);

    public override bool ReturnsDeletedObject => true;

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    protected override IReadOnlyList<Column<PersistentVolume>> Columns { get; } =
    [
        NameColumn,
        new("Capacity", "string", (v, _) => (v.Spec?.Capacity?.GetValueOrDefault(ResourceName.Storage) ?? default).ToString(), Description: "Its size."),
        new("Access Modes", "string", (v, _) => AccessModes.Text(v.Spec?.AccessModes), Description: "How it can be mounted."),
        new("Reclaim Policy", "string", (v, _) => v.Spec?.PersistentVolumeReclaimPolicy ?? "", Description: "What becomes of it when its claim goes."),
        new("Status", "string", (v, _) => v.Metadata?.DeletionTimestamp is null ? v.Status?.Phase ?? "" : "Terminating", Description: "Available, Bound, Released, Failed or Terminating."),
        new("Claim", "string", (v, _) => v.Spec?.ClaimRef is { } claim ? $"{claim.Namespace}/{claim.Name}" : "", Description: "The claim that has it."),
        new("StorageClass", "string", (v, _) => StorageClassNames.Of(v) ?? "", Description: "Class it belongs to."),
        new("VolumeAttributesClass", "string", (v, _) => v.Spec?.VolumeAttributesClassName ?? Unset, Description: "Class of its changeable attributes."),
        new("Reason", "string", (v, _) => v.Status?.Reason ?? "", Description: "Why it failed."),
        AgeColumn,
        new("VolumeMode", "string", (v, _) => v.Spec?.VolumeMode ?? Unset, 1, Description: "Filesystem or Block."),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<string> Warnings(IKubeObject obj) => VolumeWarnings.Of((PersistentVolume)obj);

    /// <summary>A new phase was entered now, unless the controller says when.</summary>
    public override void Stamp(IKubeObject obj, IKubeObject? old, Writer writer)
    {
        var before = (old as PersistentVolume)?.Status;
        if (((PersistentVolume)obj).Status is { } status && status.Phase != before?.Phase
            && (status.LastPhaseTransitionTime is null || status.LastPhaseTransitionTime == before?.LastPhaseTransitionTime))
        {
            status.LastPhaseTransitionTime = writer.Now;
        }
    }

    protected override void Default(PersistentVolume obj)
    {
        obj.Spec ??= new PersistentVolumeSpec();
        if (string.IsNullOrEmpty(obj.Spec.PersistentVolumeReclaimPolicy))
        {
            obj.Spec.PersistentVolumeReclaimPolicy = PersistentVolumeReclaimPolicy.Retain;
        }

        obj.Spec.VolumeMode ??= PersistentVolumeMode.Filesystem;
        VolumeSourceDefaults.Apply(obj.Spec);
        obj.Status ??= new PersistentVolumeStatus();
        if (string.IsNullOrEmpty(obj.Status.Phase))
        {
            obj.Status.Phase = PersistentVolumePhase.Pending;
        }
    }

    protected override void PrepareForCreate(PersistentVolume obj) =>
        obj.Status = new PersistentVolumeStatus { Phase = PersistentVolumePhase.Pending, LastPhaseTransitionTime = obj.Metadata?.CreationTimestamp };

    protected override void PrepareForUpdate(PersistentVolume obj, PersistentVolume old) => obj.Status = old.Status;

    protected override void PrepareForStatusUpdate(PersistentVolume obj, PersistentVolume old) => obj.Spec = old.Spec;

    protected override void Validate(PersistentVolume obj, FieldErrors errors) =>
        PersistentVolumeValidation.Check(obj.Spec ?? new PersistentVolumeSpec(), FieldPath.Of("spec"), errors);

    protected override void ValidateUpdate(PersistentVolume obj, PersistentVolume old, FieldErrors errors) =>
        PersistentVolumeValidation.CheckUpdate(obj.Spec ?? new PersistentVolumeSpec(), old.Spec ?? new PersistentVolumeSpec(), errors);
}
