namespace Kube.Api.Authorization.V1;

/// <summary>Something a user may do on resources. The order of rules means nothing.</summary>
public sealed class ResourceRule
{
    /// <summary>Verbs such as get and list; * is all of them.</summary>
    [Required, ProtoField(1)]
    public List<string>? Verbs { get; set; }

    /// <summary>API groups; * is all of them.</summary>
    [ProtoField(2)]
    public List<string>? ApiGroups { get; set; }

    /// <summary>Resources by their plural, or plural/subresource; * is all, */scale that subresource of all.</summary>
    [ProtoField(3)]
    public List<string>? Resources { get; set; }

    /// <summary>Names of the objects the rule is for; none for all objects.</summary>
    [ProtoField(4)]
    public List<string>? ResourceNames { get; set; }
}
