using Kube.Api.Core.V1;
using Kube.Api.Storage.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Storage;

internal sealed class StorageClassResource : Resource<StorageClass>
{
    public override Names Names => new(Short: ["sc"]);

    protected override IReadOnlyList<Column<StorageClass>> Columns { get; } =
    [
        new("Name", "string", (c, _) => DefaultClass.ShownName(c), Format: "name", Description: "Name of the class, and whether it is the default."),
        new("Provisioner", "string", (c, _) => c.Provisioner, Description: "Who makes its volumes."),
        new("ReclaimPolicy", "string", (c, _) => c.ReclaimPolicy ?? PersistentVolumeReclaimPolicy.Delete, Description: "What becomes of its volumes when their claims go."),
        new("VolumeBindingMode", "string", (c, _) => c.VolumeBindingMode ?? VolumeBindingMode.Immediate, Description: "When claims get their volume."),
        new("AllowVolumeExpansion", "string", (c, _) => c.AllowVolumeExpansion ?? false, Description: "Whether claims may grow."),
        AgeColumn,
    ];

    protected override void Default(StorageClass obj)
    {
        obj.ReclaimPolicy ??= PersistentVolumeReclaimPolicy.Delete;
        obj.VolumeBindingMode ??= VolumeBindingMode.Immediate;
    }

    protected override void Validate(StorageClass obj, FieldErrors errors) => StorageClassValidation.Check(obj, errors);

    protected override void ValidateUpdate(StorageClass obj, StorageClass old, FieldErrors errors) => StorageClassValidation.CheckUpdate(obj, old, errors);
}
