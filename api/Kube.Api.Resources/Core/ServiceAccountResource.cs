using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

internal sealed class ServiceAccountResource : Resource<ServiceAccount>
{
    public override Names Names => new(Short: ["sa"]);

    protected override IReadOnlyList<Column<ServiceAccount>> Columns { get; } =
    [
        NameColumn,
        new("Secrets", "string", (s, _) => s.Secrets?.Count ?? 0, Description: "Number of secrets its pods may use."),
        AgeColumn,
    ];
}
