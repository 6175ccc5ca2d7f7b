using Kube.Api.FlowControl.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.FlowControl;

/// <summary>The rules of a flow schema.</summary>
internal static class FlowSchemaValidation
{
    private const int LastPrecedence = 10000;
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(string? name, FlowSchemaSpec spec, FieldErrors errors)
    {
        CheckPrecedence(name, spec.MatchingPrecedence ?? 0, s_spec.Child("matchingPrecedence"), errors);
        if (spec.DistinguisherMethod is { } method && method.Type is not (FlowDistinguisherMethodType.ByUser or FlowDistinguisherMethodType.ByNamespace))
        {
            errors.NotSupported(s_spec.Child("distinguisherMethod", "type"), method.Type ?? "", FlowDistinguisherMethodType.ByNamespace, FlowDistinguisherMethodType.ByUser);
        }

        var level = s_spec.Child("priorityLevelConfiguration", "name");
        FieldRules.Required(spec.PriorityLevelConfiguration?.Name, level, errors, "must reference a priority level by name");
        FieldRules.Name(spec.PriorityLevelConfiguration?.Name, ObjectNames.DnsSubdomainError, level, errors);
        for (var i = 0; i < (spec.Rules?.Count ?? 0); i++)
        {
            CheckRule(spec.Rules![i], s_spec.Child("rules").Index(i), errors);
        }
    }

    private static void CheckPrecedence(string? name, int precedence, FieldPath path, FieldErrors errors)
    {
        if (precedence <= 0)
        {
            errors.Invalid(path, precedence, "must be a positive value");
        }

        if (precedence > LastPrecedence)
        {
            errors.Invalid(path, precedence, $"must not be greater than {LastPrecedence}");
        }

        if (precedence == 1 && name != FlowControlDefaults.Exempt)
        {
            errors.Invalid(path, precedence, "only the schema named 'exempt' may have matchingPrecedence 1");
        }
    }

    private static void CheckRule(PolicyRulesWithSubjects rule, FieldPath path, FieldErrors errors)
    {
        if (rule.Subjects is not { Count: > 0 })
        {
            errors.Required(path.Child("subjects"), "subjects must contain at least one value");
        }

        for (var i = 0; i < (rule.Subjects?.Count ?? 0); i++)
        {
            CheckSubject(rule.Subjects![i], path.Child("subjects").Index(i), errors);
        }

        if (rule.ResourceRules is not { Count: > 0 } && rule.NonResourceRules is not { Count: > 0 })
        {
            errors.Required(path, "at least one of resourceRules and nonResourceRules has to be non-empty");
        }

        for (var i = 0; i < (rule.ResourceRules?.Count ?? 0); i++)
        {
            FlowRuleValidation.Check(rule.ResourceRules![i], path.Child("resourceRules").Index(i), errors);
        }

        for (var i = 0; i < (rule.NonResourceRules?.Count ?? 0); i++)
        {
            FlowRuleValidation.Check(rule.NonResourceRules![i], path.Child("nonResourceRules").Index(i), errors);
        }
    }

    private static void CheckSubject(Subject subject, FieldPath path, FieldErrors errors)
    {
        if (subject.Kind is not (SubjectKind.User or SubjectKind.Group or SubjectKind.ServiceAccount))
        {
            errors.NotSupported(path.Child("kind"), subject.Kind ?? "", SubjectKind.Group, SubjectKind.ServiceAccount, SubjectKind.User);
            return;
        }

        Only(SubjectKind.User, "user", subject.User is not null, subject, path, errors);
        Only(SubjectKind.Group, "group", subject.Group is not null, subject, path, errors);
        Only(SubjectKind.ServiceAccount, "serviceAccount", subject.ServiceAccount is not null, subject, path, errors);
        switch (subject)
        {
            case { Kind: SubjectKind.User, User: { } user }:
                FieldRules.Required(user.Name, path.Child("user", "name"), errors);
                break;
            case { Kind: SubjectKind.Group, Group: { } group }:
                FieldRules.Required(group.Name, path.Child("group", "name"), errors);
                break;
            case { Kind: SubjectKind.ServiceAccount, ServiceAccount: { } account }:
                CheckAccount(account, path.Child("serviceAccount"), errors);
                break;
            default:
                break;
        }
    }

    /// <summary>The part of a subject that its kind calls for is there, and no other is.</summary>
    private static void Only(string kind, string part, bool given, Subject subject, FieldPath path, FieldErrors errors)
    {
        if (given && subject.Kind != kind)
        {
            errors.Forbidden(path.Child(part), $"{part} is forbidden when subject kind is not '{kind}'");
        }
        else if (!given && subject.Kind == kind)
        {
            errors.Required(path.Child(part), $"{part} is required when subject kind is '{kind}'");
        }
    }

    private static void CheckAccount(ServiceAccountSubject account, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(account.Name, path.Child("name"), errors);
        if (account.Name != FlowRuleValidation.All)
        {
            FieldRules.Name(account.Name, ObjectNames.DnsSubdomainError, path.Child("name"), errors);
        }

        FieldRules.Required(account.Namespace, path.Child("namespace"), errors, "must specify namespace for service account");
        FieldRules.Name(account.Namespace, ObjectNames.DnsLabelError, path.Child("namespace"), errors);
    }
}
