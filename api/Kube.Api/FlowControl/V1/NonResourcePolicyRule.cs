namespace Kube.Api.FlowControl.V1;

/// <summary>Matches requests for paths that are no resource.</summary>
public sealed class NonResourcePolicyRule
{
    /// <summary>Verbs; <c>*</c> alone is every verb.</summary>
    [Required, ListSet, ProtoField(1)]
    public List<string>? Verbs { get; set; }

    /// <summary>Paths, which may end in <c>/*</c>; <c>*</c> alone is every path.</summary>
    [Required, ListSet, ProtoField(6)]
    public List<string>? NonResourceURLs { get; set; }
}
