using Kube.Api.Rbac.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Rbac;

/// <summary>Defaults and rules of the two kinds of bindings.</summary>
internal static class BindingRules
{
    private static readonly string s_group = Role.Info.Group;
    private static readonly FieldPath s_role = FieldPath.Of("roleRef");
    private static readonly FieldPath s_subjects = FieldPath.Of("subjects");

    public static RoleRef Default(RoleRef? role, List<Subject>? subjects)
    {
        foreach (var subject in subjects ?? [])
        {
            if (string.IsNullOrEmpty(subject.ApiGroup) && subject.Kind is SubjectKind.User or SubjectKind.Group)
            {
                subject.ApiGroup = s_group;
            }
        }

        role ??= new RoleRef();
        role.ApiGroup = string.IsNullOrEmpty(role.ApiGroup) ? s_group : role.ApiGroup;
        return role;
    }

    public static void Check(RoleRef? role, List<Subject>? subjects, bool namespaced, FieldErrors errors)
    {
        CheckRole(role ?? new RoleRef(), namespaced ? [RoleKind.Role, RoleKind.ClusterRole] : [RoleKind.ClusterRole], errors);
        for (var i = 0; i < (subjects?.Count ?? 0); i++)
        {
            CheckSubject(subjects![i], namespaced, s_subjects.Index(i), errors);
        }
    }

    public static void CheckUpdate(RoleRef? role, RoleRef? old, FieldErrors errors)
    {
        if (!Wire.Same(role, old))
        {
            errors.Invalid(s_role, FieldRules.Shown(role), "cannot change roleRef");
        }
    }

    private static void CheckRole(RoleRef role, string[] kinds, FieldErrors errors)
    {
        if (role.ApiGroup != s_group)
        {
            errors.NotSupported(s_role.Child("apiGroup"), role.ApiGroup ?? "", s_group);
        }

        if (!kinds.Contains(role.Kind))
        {
            errors.NotSupported(s_role.Child("kind"), role.Kind ?? "", kinds);
        }

        FieldRules.Required(role.Name, s_role.Child("name"), errors);
        FieldRules.Name(role.Name, ObjectNames.PathSegmentError, s_role.Child("name"), errors);
    }

    private static void CheckSubject(Subject subject, bool namespaced, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(subject.Name, path.Child("name"), errors);
        switch (subject.Kind)
        {
            case SubjectKind.ServiceAccount:
                FieldRules.Name(subject.Name, ObjectNames.DnsSubdomainError, path.Child("name"), errors);
                CheckGroup(subject, "", path, errors);
                if (!namespaced)
                {
                    FieldRules.Required(subject.Namespace, path.Child("namespace"), errors);
                }

                break;
            case SubjectKind.User or SubjectKind.Group:
                CheckGroup(subject, s_group, path, errors);
                break;
            default:
                errors.NotSupported(path.Child("kind"), subject.Kind ?? "", SubjectKind.ServiceAccount, SubjectKind.User, SubjectKind.Group);
                break;
        }
    }

    private static void CheckGroup(Subject subject, string group, FieldPath path, FieldErrors errors)
    {
        if ((subject.ApiGroup ?? "") != group)
        {
            errors.NotSupported(path.Child("apiGroup"), subject.ApiGroup ?? "", group);
        }
    }
}
