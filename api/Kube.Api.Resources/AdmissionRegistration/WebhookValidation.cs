using Kube.Api.AdmissionRegistration.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.AdmissionRegistration;

/// <summary>The rules of webhooks, in Kubernetes' words.</summary>
internal static class WebhookValidation
{
    private const int MaximumSeconds = 30;
    private const int Segments = 3;
    private static readonly string[] s_reviewVersions = ["v1", "v1beta1"];
    private static readonly string[] s_sideEffects = [SideEffectClass.None, SideEffectClass.NoneOnDryRun];

    public static void Check(IReadOnlyList<WebhookFacts> webhooks, FieldErrors errors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < webhooks.Count; i++)
        {
            var path = FieldPath.Of("webhooks").Index(i);
            Check(webhooks[i], path, errors);
            CheckVersions(webhooks[i].AdmissionReviewVersions, path.Child("admissionReviewVersions"), errors);
            if (webhooks[i].Name is { Length: > 0 } name && !names.Add(name))
            {
                errors.Duplicate(path.Child("name"), name);
            }
        }
    }

    private static void Check(WebhookFacts webhook, FieldPath path, FieldErrors errors)
    {
        CheckName(webhook.Name, path.Child("name"), errors);
        for (var i = 0; i < webhook.Rules.Count; i++)
        {
            var rule = webhook.Rules[i];
            RuleValidation.Check(new RuleFacts(rule.Operations ?? [], rule.ApiGroups ?? [], rule.ApiVersions ?? [], rule.Resources ?? [], rule.Scope), path.Child("rules").Index(i), errors);
        }

        FieldRules.AbsentOrOneOf(webhook.FailurePolicy, path.Child("failurePolicy"), errors, FailurePolicyType.Fail, FailurePolicyType.Ignore);
        FieldRules.AbsentOrOneOf(webhook.MatchPolicy, path.Child("matchPolicy"), errors, MatchPolicyType.Equivalent, MatchPolicyType.Exact);
        FieldRules.AbsentOrOneOf(webhook.ReinvocationPolicy, path.Child("reinvocationPolicy"), errors, ReinvocationPolicyType.IfNeeded, ReinvocationPolicyType.Never);
        FieldRules.Required(webhook.SideEffects, path.Child("sideEffects"), errors, $"must specify one of {string.Join(", ", s_sideEffects)}");
        FieldRules.AbsentOrOneOf(webhook.SideEffects, path.Child("sideEffects"), errors, s_sideEffects);
        if (webhook.TimeoutSeconds is < 1 or > MaximumSeconds)
        {
            errors.Invalid(path.Child("timeoutSeconds"), webhook.TimeoutSeconds, "the timeout value must be between 1 and 30 seconds");
        }

        LabelSelectorValidation.Check(webhook.NamespaceSelector, path.Child("namespaceSelector"), errors);
        LabelSelectorValidation.Check(webhook.ObjectSelector, path.Child("objectSelector"), errors);
        WebhookClientValidation.Check(webhook.ClientConfig, path.Child("clientConfig"), errors);
        MatchConditionValidation.Check(webhook.MatchConditions, path.Child("matchConditions"), errors);
    }

    private static void CheckName(string? name, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(name, path, errors);
        FieldRules.Name(name, ObjectNames.DnsSubdomainError, path, errors);
        if (name is { Length: > 0 } && name.Split('.').Length < Segments)
        {
            errors.Invalid(path, name, "should be a domain with at least three segments separated by dots");
        }
    }

    private static void CheckVersions(IReadOnlyList<string> versions, FieldPath path, FieldErrors errors)
    {
        var known = string.Join(", ", s_reviewVersions);
        if (versions.Count == 0)
        {
            errors.Required(path, $"must specify one of {known}");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < versions.Count; i++)
        {
            if (!seen.Add(versions[i]))
            {
                errors.Invalid(path.Index(i), versions[i], "duplicate version");
            }
            else if (ObjectNames.Dns1035LabelError(versions[i]) is { } problem)
            {
                errors.Invalid(path.Index(i), versions[i], problem);
            }
        }

        if (!s_reviewVersions.Any(seen.Contains))
        {
            errors.Invalid(path, FieldRules.Shown(versions.ToList()), $"must include at least one of {known}");
        }
    }
}
