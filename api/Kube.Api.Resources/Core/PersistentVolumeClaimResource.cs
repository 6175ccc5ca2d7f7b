using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

internal sealed class PersistentVolumeClaimResource : Resource<PersistentVolumeClaim>
{
    private const string Unset = "<unset>";

    public override Names Names => new(Short: ["pvc"]);

    public override bool ReturnsDeletedObject => true;

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    protected override IReadOnlyList<Column<PersistentVolumeClaim>> Columns { get; } =
    [
        NameColumn,
        new("Status", "string", (c, _) => c.Metadata?.DeletionTimestamp is null ? c.Status?.Phase ?? "" : "Terminating", Description: "Pending, Bound, Lost or Terminating."),
        new("Volume", "string", (c, _) => c.Spec?.VolumeName ?? "", Description: "The volume that fulfils it."),
        new("Capacity", "string", (c, _) => HasVolume(c) ? Size(c) : "", Description: "Actual size of that volume."),
        new("Access Modes", "string", (c, _) => HasVolume(c) ? AccessModes.Text(c.Status?.AccessModes) : "", Description: "How that volume can be mounted."),
        new("StorageClass", "string", (c, _) => StorageClassNames.Of(c) ?? "", Description: "Class of storage."),
        new("VolumeAttributesClass", "string", (c, _) => c.Spec?.VolumeAttributesClassName ?? Unset, Description: "Class of its changeable attributes."),
        AgeColumn,
        new("VolumeMode", "string", (c, _) => c.Spec?.VolumeMode ?? Unset, 1, Description: "Filesystem or Block."),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<string> Warnings(IKubeObject obj) => VolumeWarnings.Of((PersistentVolumeClaim)obj);

    protected override void Default(PersistentVolumeClaim obj) => PersistentVolumeClaimDefaults.Apply(obj);

    protected override void PrepareForCreate(PersistentVolumeClaim obj)
    {
        obj.Status = new PersistentVolumeClaimStatus { Phase = PersistentVolumeClaimPhase.Pending };
        PersistentVolumeClaimDefaults.NormalizeSources(obj.Spec);
    }

    protected override void PrepareForUpdate(PersistentVolumeClaim obj, PersistentVolumeClaim old)
    {
        obj.Status = old.Status;
        PersistentVolumeClaimDefaults.NormalizeSources(obj.Spec, old.Spec);
    }

    protected override void PrepareForStatusUpdate(PersistentVolumeClaim obj, PersistentVolumeClaim old) => obj.Spec = old.Spec;

    protected override void Validate(PersistentVolumeClaim obj, FieldErrors errors) =>
        PersistentVolumeClaimValidation.CheckSpec(obj.Spec ?? new PersistentVolumeClaimSpec(), FieldPath.Of("spec"), errors);

    protected override void ValidateUpdate(PersistentVolumeClaim obj, PersistentVolumeClaim old, FieldErrors errors) =>
        PersistentVolumeClaimValidation.CheckUpdate(obj, old, errors);

    protected override void ValidateStatusUpdate(PersistentVolumeClaim obj, PersistentVolumeClaim old, FieldErrors errors) =>
        PersistentVolumeClaimValidation.CheckStatus(obj, errors);

    private static bool HasVolume(PersistentVolumeClaim claim) => !string.IsNullOrEmpty(claim.Spec?.VolumeName);

    private static string Size(PersistentVolumeClaim claim) => (claim.Status?.Capacity?.GetValueOrDefault(ResourceName.Storage) ?? default).ToString();
}
