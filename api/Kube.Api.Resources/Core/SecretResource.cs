using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

internal sealed class SecretResource : Resource<Secret>
{
    public override IReadOnlyList<SelectableField> SelectableFields { get; } = [new("type")];

    protected override IReadOnlyList<Column<Secret>> Columns { get; } =
    [
        NameColumn,
        new("Type", "string", (s, _) => s.Type, Description: "What the keys mean."),
        new("Data", "string", (s, _) => s.Data?.Count ?? 0, Description: "Number of keys."),
        AgeColumn,
    ];
}
