using Kube.Api.Rbac.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Rbac;

internal sealed class RoleBindingResource : Resource<RoleBinding>
{
    public override bool AllowCreateOnUpdate => true;

    protected override IReadOnlyList<Column<RoleBinding>> Columns { get; } =
    [
        NameColumn,
        new("Role", "string", (b, _) => RoleColumns.Role(b.RoleRef), Description: "What is given."),
        AgeColumn,
        new("Users", "string", (b, _) => RoleColumns.Names(b.Subjects, SubjectKind.User), 1, Description: "Users who get it."),
        new("Groups", "string", (b, _) => RoleColumns.Names(b.Subjects, SubjectKind.Group), 1, Description: "Groups that get it."),
        new("ServiceAccounts", "string", (b, _) => RoleColumns.ServiceAccounts(b.Subjects), 1, Description: "Service accounts that get it."),
    ];

    protected override string? NameError(string name) => ObjectNames.PathSegmentError(name);

    protected override void Default(RoleBinding obj) => obj.RoleRef = BindingRules.Default(obj.RoleRef, obj.Subjects);

    protected override void Validate(RoleBinding obj, FieldErrors errors) => BindingRules.Check(obj.RoleRef, obj.Subjects, namespaced: true, errors);

    protected override void ValidateUpdate(RoleBinding obj, RoleBinding old, FieldErrors errors) => BindingRules.CheckUpdate(obj.RoleRef, old.RoleRef, errors);
}
