using Kube.Api.Core.V1;

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
}
