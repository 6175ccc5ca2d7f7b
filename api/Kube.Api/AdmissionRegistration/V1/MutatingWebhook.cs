using Kube.Api.Meta.V1;

namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>A webhook that may change objects, and the requests it is called for.</summary>
public sealed class MutatingWebhook
{
    /// <summary>Name of the webhook, unique in its configuration and fully qualified, such as imagepolicy.example.com.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>How to reach the webhook.</summary>
    [Required, ProtoField(2)]
    public WebhookClientConfig? ClientConfig { get; set; }

    /// <summary>The operations on resources the webhook is called for; matching one rule is enough.</summary>
    [ProtoField(3)]
    public List<RuleWithOperations>? Rules { get; set; }

    /// <summary>What becomes of a request when the webhook cannot be asked: Fail or Ignore. Fail unless given.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? FailurePolicy { get; set; }

    /// <summary>Exact matches the versions named by the rules only; Equivalent also requests through other versions of the same resource. Equivalent unless given.</summary>
    [ProtoField(9, IsPointer = true)]
    public string? MatchPolicy { get; set; }

    /// <summary>Labels of the namespace of the object; of the object itself for namespaces. Everything unless given.</summary>
    [ProtoField(5, IsPointer = true)]
    public LabelSelector? NamespaceSelector { get; set; }

    /// <summary>Labels of the object; matches when the old or the new object has them. Everything unless given.</summary>
    [ProtoField(11, IsPointer = true)]
    public LabelSelector? ObjectSelector { get; set; }

    /// <summary>Whether calls have effects beyond the answer: None or NoneOnDryRun.</summary>
    [Required, ProtoField(6, IsPointer = true)]
    public string? SideEffects { get; set; }

    /// <summary>Seconds a call may take, 1 to 30. 10 unless given.</summary>
    [ProtoField(7, IsPointer = true)]
    public int? TimeoutSeconds { get; set; }

    /// <summary>Versions of AdmissionReview the webhook understands, the best first; the server uses the first it knows.</summary>
    [Required, ProtoField(8)]
    public List<string>? AdmissionReviewVersions { get; set; }

    /// <summary>Whether the webhook is called again when a later one has changed the object: Never or IfNeeded. Never unless given.</summary>
    [ProtoField(10, IsPointer = true)]
    public string? ReinvocationPolicy { get; set; }

    /// <summary>Conditions on top of the rules; all must be true. At most 64.</summary>
    [PatchMerge("name"), ListMap("name"), ProtoField(12)]
    public List<MatchCondition>? MatchConditions { get; set; }
}
