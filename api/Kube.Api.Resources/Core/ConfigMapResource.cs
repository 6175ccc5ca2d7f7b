using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

internal sealed class ConfigMapResource : Resource<ConfigMap>
{
    public override Names Names => new(Short: ["cm"]);

    protected override IReadOnlyList<Column<ConfigMap>> Columns { get; } =
    [
        NameColumn,
        new("Data", "string", (c, _) => (c.Data?.Count ?? 0) + (c.BinaryData?.Count ?? 0), Description: "Number of keys."),
        AgeColumn,
    ];

    protected override void Validate(ConfigMap obj, FieldErrors errors) => KeyedDataValidation.Check(obj, errors);

    protected override void ValidateUpdate(ConfigMap obj, ConfigMap old, FieldErrors errors) => KeyedDataValidation.CheckUpdate(obj, old, errors);
}
