using Kube.Api.Meta.V1;

namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>Which requests are meant. A request must match all that is given.</summary>
[MapAtomic]
public sealed class MatchResources
{
    /// <summary>Labels of the namespace of the object; of the object itself for namespaces. Other cluster-scoped objects always match. Everything unless given.</summary>
    [ProtoField(1, IsPointer = true)]
    public LabelSelector? NamespaceSelector { get; set; }

    /// <summary>Labels of the object; matches when the old or the new object has them. Whoever may set labels may escape it. Everything unless given.</summary>
    [ProtoField(2, IsPointer = true)]
    public LabelSelector? ObjectSelector { get; set; }

    /// <summary>The operations on resources that are meant; matching one rule is enough.</summary>
    [ProtoField(3)]
    public List<NamedRuleWithOperations>? ResourceRules { get; set; }

    /// <summary>The operations on resources that are not meant, whatever resourceRules says.</summary>
    [ProtoField(4)]
    public List<NamedRuleWithOperations>? ExcludeResourceRules { get; set; }

    /// <summary>Exact matches the versions named by the rules only; Equivalent also requests through other versions of the same resource. Equivalent unless given.</summary>
    [ProtoField(7, IsPointer = true)]
    public string? MatchPolicy { get; set; }
}
