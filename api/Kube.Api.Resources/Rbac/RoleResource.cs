using Kube.Api.Rbac.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Rbac;

internal sealed class RoleResource : Resource<Role>
{
    public override bool AllowCreateOnUpdate => true;

    protected override IReadOnlyList<Column<Role>> Columns { get; } =
    [
        NameColumn,
        new("Created At", "date", (r, _) => RoleColumns.CreatedAt(r), Description: "When the role was made."),
    ];

    protected override string? NameError(string name) => ObjectNames.PathSegmentError(name);

    protected override void Validate(Role obj, FieldErrors errors) => RoleValidation.CheckRules(obj.Rules, namespaced: true, errors);
}
