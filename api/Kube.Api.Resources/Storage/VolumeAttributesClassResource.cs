using Kube.Api.Storage.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Storage;

internal sealed class VolumeAttributesClassResource : Resource<VolumeAttributesClass>
{
    public override Names Names => new(Short: ["vac"]);

    protected override IReadOnlyList<Column<VolumeAttributesClass>> Columns { get; } =
    [
        new("Name", "string", (c, _) => DefaultClass.ShownName(c), Format: "name", Description: "Name of the class."),
        new("DriverName", "string", (c, _) => c.DriverName, Description: "The CSI driver that knows its parameters."),
        AgeColumn,
    ];

    protected override void Validate(VolumeAttributesClass obj, FieldErrors errors)
    {
        ClassValidation.CheckProvisioner(obj.DriverName, FieldPath.Of("driverName"), errors);
        ClassValidation.CheckParameters(obj.Parameters, FieldPath.Of("parameters"), errors);
        if (obj.Parameters is not { Count: > 0 })
        {
            errors.Required(FieldPath.Of("parameters"), "must contain at least one key/value pair");
        }
    }

    protected override void ValidateUpdate(VolumeAttributesClass obj, VolumeAttributesClass old, FieldErrors errors)
    {
        ClassValidation.Unchanged(obj.DriverName == old.DriverName, "driverName", errors);
        ClassValidation.Unchanged(Maps.Same(obj.Parameters, old.Parameters), "parameters", errors);
    }
}
