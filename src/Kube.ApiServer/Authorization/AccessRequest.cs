using Kube.ApiServer.Authentication;
using Kube.ApiServer.Routing;
using Kube.Machinery.Selectors;

namespace Kube.ApiServer.Authorization;

/// <summary>What somebody wants to do, in the words that rules are written in: a verb on a resource, or on a path that is none. Empty text is what is not said.</summary>
/// <param name="User">Who.</param>
/// <param name="Verb">The verb: get, list, watch, create, update, patch, delete, deletecollection, a verb of a kind's own, or the lower-case method of a path.</param>
internal sealed record AccessRequest(UserInfo User, string Verb)
{
    /// <summary>The path, for what is no resource; null for a resource.</summary>
    public string? Path { get; init; }

    /// <summary>API group; empty for the core group.</summary>
    public string Group { get; init; } = "";

    /// <summary>Version within the group; rules do not look at it.</summary>
    public string Version { get; init; } = "";

    /// <summary>Plural.</summary>
    public string Resource { get; init; } = "";

    /// <summary>Part of the object; empty for the object itself.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>Namespace; empty for cluster-scoped objects and for all namespaces.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Object name; empty for all objects.</summary>
    public string Name { get; init; } = "";

    /// <summary>The resource with its subresource, as rules write it.</summary>
    public string FullResource => Subresource.Length == 0 ? Resource : $"{Resource}/{Subresource}";

    /// <summary>
    /// What a request asks. A namespace is in itself, so that whoever is given something there may see it; a collection that a field selector
    /// narrows to one name is that object.
    /// </summary>
    public static AccessRequest Of(UserInfo user, RequestInfo info, string? fieldSelector = null) => info.Plural is null
        ? new AccessRequest(user, info.Verb) { Path = info.Path }
        : new AccessRequest(user, info.Verb)
        {
            Group = info.Group,
            Version = info.Version,
            Resource = info.Plural,
            Subresource = info.Subresource ?? "",
            Namespace = info.Namespace ?? (info is { Group: "", Plural: "namespaces" } ? info.Name ?? "" : ""),
            Name = info.Name ?? (info.Verb is "list" or "watch" or "deletecollection" ? SelectedName(fieldSelector) : ""),
        };

    private static string SelectedName(string? fieldSelector)
    {
        try
        {
            return FieldSelector.Parse(fieldSelector).Terms.FirstOrDefault(t => t is { Path: "metadata.name", IsEqual: true })?.Value ?? "";
        }
        catch (SelectorException)
        {
            return ""; // The verb will say what is wrong with it.
        }
    }
}
