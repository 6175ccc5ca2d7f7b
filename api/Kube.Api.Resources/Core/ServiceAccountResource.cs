using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

internal sealed class ServiceAccountResource : Resource<ServiceAccount>
{
    public override Names Names => new(Short: ["sa"]);

    public override IReadOnlyList<Subresource> Subresources => [new("token", "TokenRequest", "authentication.k8s.io/v1", ["create"])];

    public override bool AllowUnconditionalUpdate => false;

    public override bool ReturnsDeletedObject => true;

    protected override IReadOnlyList<Column<ServiceAccount>> Columns { get; } =
    [
        NameColumn,
        new("Secrets", "string", (s, _) => s.Secrets?.Count ?? 0, Description: "Number of secrets its pods may use."),
        AgeColumn,
    ];
}
