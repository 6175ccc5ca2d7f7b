namespace Kube.Api;

/// <summary>Whether objects of a kind live in a namespace or belong to the whole cluster.</summary>
public enum Scope
{
    /// <summary>One collection for the cluster, as Node.</summary>
    Cluster,

    /// <summary>One collection per namespace, as Pod.</summary>
    Namespaced,
}

/// <summary>The identity of a kind on the wire. The only place where a kind's group, version and plural are written down.</summary>
/// <param name="Group">API group; empty for the core group.</param>
/// <param name="Version">Version within the group, such as <c>v1</c>.</param>
/// <param name="Kind">Kind in CamelCase.</param>
/// <param name="Plural">Name in paths, lower case.</param>
/// <param name="Scope">Namespaced or cluster-wide.</param>
public sealed record ResourceInfo(string Group, string Version, string Kind, string Plural, Scope Scope)
{
    /// <summary><c>v1</c> for the core group, else <c>group/version</c>.</summary>
    public string ApiVersion { get; } = Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary><c>plural</c> for the core group, else <c>plural.group</c>; the form error messages use.</summary>
    public string GroupResource { get; } = Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    /// <summary>True for kinds that live in a namespace.</summary>
    public bool Namespaced => Scope == Scope.Namespaced;

    /// <summary>The path of the collection, of one namespace where <paramref name="ns"/> is given, of the cluster where it is null.</summary>
    public string CollectionPath(string? ns)
    {
        var root = Group.Length == 0 ? $"/api/{Version}" : $"/apis/{Group}/{Version}";
        return ns is null || !Namespaced ? $"{root}/{Plural}" : $"{root}/namespaces/{Uri.EscapeDataString(ns)}/{Plural}";
    }

    /// <summary>The path of one object.</summary>
    public string ObjectPath(string? ns, string name) => $"{CollectionPath(ns)}/{Uri.EscapeDataString(name)}";
}
