using Kube.Api.AdmissionRegistration.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Resources.AdmissionRegistration;

/// <summary>What webhooks, policies and bindings have when their author does not say.</summary>
internal static class WebhookDefaults
{
    private const int Seconds = 10;
    private const int HttpsPort = 443;

    public static void Apply(ValidatingWebhook webhook)
    {
        webhook.FailurePolicy ??= FailurePolicyType.Fail;
        webhook.MatchPolicy ??= MatchPolicyType.Equivalent;
        webhook.NamespaceSelector ??= new LabelSelector();
        webhook.ObjectSelector ??= new LabelSelector();
        webhook.TimeoutSeconds ??= Seconds;
        Apply(webhook.ClientConfig, webhook.Rules);
    }

    public static void Apply(MutatingWebhook webhook)
    {
        webhook.FailurePolicy ??= FailurePolicyType.Fail;
        webhook.MatchPolicy ??= MatchPolicyType.Equivalent;
        webhook.NamespaceSelector ??= new LabelSelector();
        webhook.ObjectSelector ??= new LabelSelector();
        webhook.TimeoutSeconds ??= Seconds;
        webhook.ReinvocationPolicy ??= ReinvocationPolicyType.Never;
        Apply(webhook.ClientConfig, webhook.Rules);
    }

    public static void Apply(MatchResources? match)
    {
        if (match is null)
        {
            return;
        }

        match.MatchPolicy ??= MatchPolicyType.Equivalent;
        match.NamespaceSelector ??= new LabelSelector();
        match.ObjectSelector ??= new LabelSelector();
        foreach (var rule in (match.ResourceRules ?? []).Concat(match.ExcludeResourceRules ?? []))
        {
            rule.Scope ??= ScopeType.All;
        }
    }

    public static void Apply(ParamRef? reference)
    {
        if (reference is not null)
        {
            reference.ParameterNotFoundAction ??= ParameterNotFoundActionType.Deny;
        }
    }

    private static void Apply(WebhookClientConfig? client, List<RuleWithOperations>? rules)
    {
        if (client?.Service is { } service)
        {
            service.Port ??= HttpsPort;
        }

        rules?.ForEach(r => r.Scope ??= ScopeType.All);
    }
}
