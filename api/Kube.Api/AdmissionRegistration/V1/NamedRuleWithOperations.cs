namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>Operations on resources, or on some of their objects.</summary>
[MapAtomic]
public sealed class NamedRuleWithOperations
{
    /// <summary>Names of the objects that are meant; none for all.</summary>
    [ProtoField(1)]
    public List<string>? ResourceNames { get; set; }

    /// <summary>CREATE, UPDATE, DELETE, CONNECT, or * for all. Required.</summary>
    [ProtoField(2, 1)]
    public List<string>? Operations { get; set; }

    /// <summary>API groups; * is all of them. Required.</summary>
    [ProtoField(2, 2, 1)]
    public List<string>? ApiGroups { get; set; }

    /// <summary>Versions; * is all of them. Required.</summary>
    [ProtoField(2, 2, 2)]
    public List<string>? ApiVersions { get; set; }

    /// <summary>Plurals, or plural/subresource; * is all resources without subresources, */* all with them. Required.</summary>
    [ProtoField(2, 2, 3)]
    public List<string>? Resources { get; set; }

    /// <summary>Cluster, Namespaced, or * for both. * unless given.</summary>
    [ProtoField(2, 2, 4, IsPointer = true)]
    public string? Scope { get; set; }
}
