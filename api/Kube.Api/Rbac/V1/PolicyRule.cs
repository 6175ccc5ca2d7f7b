namespace Kube.Api.Rbac.V1;

/// <summary>Verbs on resources, or verbs on paths that are no resource; never both.</summary>
public sealed class PolicyRule
{
    /// <summary>Verbs; <c>*</c> is every verb.</summary>
    [Required, ProtoField(1)]
    public List<string>? Verbs { get; set; }

    /// <summary>API groups; empty text is the core group, <c>*</c> every group.</summary>
    [ProtoField(2)]
    public List<string>? ApiGroups { get; set; }

    /// <summary>Resources, <c>pods/log</c> for a subresource, <c>*/scale</c> for that subresource of all; <c>*</c> is everything.</summary>
    [ProtoField(3)]
    public List<string>? Resources { get; set; }

    /// <summary>Names of objects; every object when empty.</summary>
    [ProtoField(4)]
    public List<string>? ResourceNames { get; set; }

    /// <summary>Paths, the last step of which may be <c>*</c>. Only a ClusterRole bound to the whole cluster may give them.</summary>
    [ProtoField(5)]
    public List<string>? NonResourceURLs { get; set; }
}
