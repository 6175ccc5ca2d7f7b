namespace Kube.Api.FlowControl.V1;

/// <summary>Matches requests for resources.</summary>
public sealed class ResourcePolicyRule
{
    /// <summary>Verbs; <c>*</c> alone is every verb.</summary>
    [Required, ListSet, ProtoField(1)]
    public List<string>? Verbs { get; set; }

    /// <summary>API groups; <c>*</c> alone is every group.</summary>
    [Required, ListSet, ProtoField(2)]
    public List<string>? ApiGroups { get; set; }

    /// <summary>Resources and subresources; <c>*</c> alone is everything.</summary>
    [Required, ListSet, ProtoField(3)]
    public List<string>? Resources { get; set; }

    /// <summary>True to match requests that name no namespace.</summary>
    [ProtoField(4)]
    public bool? ClusterScope { get; set; }

    /// <summary>Namespaces matched; <c>*</c> alone is every namespace.</summary>
    [ListSet, ProtoField(5)]
    public List<string>? Namespaces { get; set; }
}
