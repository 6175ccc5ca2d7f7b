using Kube.Api.AdmissionRegistration.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Resources.AdmissionRegistration;

/// <summary>What both sorts of webhooks have, so that one set of rules reads both.</summary>
internal sealed record WebhookFacts
{
    public string? Name { get; init; }

    public WebhookClientConfig? ClientConfig { get; init; }

    public IReadOnlyList<RuleWithOperations> Rules { get; init; } = [];

    public string? FailurePolicy { get; init; }

    public string? MatchPolicy { get; init; }

    public LabelSelector? NamespaceSelector { get; init; }

    public LabelSelector? ObjectSelector { get; init; }

    public string? SideEffects { get; init; }

    public int? TimeoutSeconds { get; init; }

    public IReadOnlyList<string> AdmissionReviewVersions { get; init; } = [];

    public IReadOnlyList<MatchCondition> MatchConditions { get; init; } = [];

    /// <summary>Null for webhooks that change nothing.</summary>
    public string? ReinvocationPolicy { get; init; }

    public static WebhookFacts Of(ValidatingWebhook webhook) => new()
    {
        Name = webhook.Name,
        ClientConfig = webhook.ClientConfig,
        Rules = webhook.Rules ?? [],
        FailurePolicy = webhook.FailurePolicy,
        MatchPolicy = webhook.MatchPolicy,
        NamespaceSelector = webhook.NamespaceSelector,
        ObjectSelector = webhook.ObjectSelector,
        SideEffects = webhook.SideEffects,
        TimeoutSeconds = webhook.TimeoutSeconds,
        AdmissionReviewVersions = webhook.AdmissionReviewVersions ?? [],
        MatchConditions = webhook.MatchConditions ?? [],
    };

    public static WebhookFacts Of(MutatingWebhook webhook) => new()
    {
        Name = webhook.Name,
        ClientConfig = webhook.ClientConfig,
        Rules = webhook.Rules ?? [],
        FailurePolicy = webhook.FailurePolicy,
        MatchPolicy = webhook.MatchPolicy,
        NamespaceSelector = webhook.NamespaceSelector,
        ObjectSelector = webhook.ObjectSelector,
        SideEffects = webhook.SideEffects,
        TimeoutSeconds = webhook.TimeoutSeconds,
        AdmissionReviewVersions = webhook.AdmissionReviewVersions ?? [],
        MatchConditions = webhook.MatchConditions ?? [],
        ReinvocationPolicy = webhook.ReinvocationPolicy,
    };
}
