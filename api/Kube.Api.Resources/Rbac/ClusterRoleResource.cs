using Kube.Api.Rbac.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Rbac;

internal sealed class ClusterRoleResource : Resource<ClusterRole>
{
    public override bool AllowCreateOnUpdate => true;

    protected override IReadOnlyList<Column<ClusterRole>> Columns { get; } =
    [
        NameColumn,
        new("Created At", "date", (r, _) => RoleColumns.CreatedAt(r), Description: "When the role was made."),
    ];

    protected override string? NameError(string name) => ObjectNames.PathSegmentError(name);

    protected override void Validate(ClusterRole obj, FieldErrors errors)
    {
        RoleValidation.CheckRules(obj.Rules, namespaced: false, errors);
        RoleValidation.CheckAggregation(obj.AggregationRule, errors);
    }
}
