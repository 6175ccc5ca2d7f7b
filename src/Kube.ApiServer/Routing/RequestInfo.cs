namespace Kube.ApiServer.Routing;

/// <summary>What a request is about, read off its method, path and query; the words are those of discovery and of RBAC.</summary>
/// <param name="Verb">get, list, watch, create, update, patch, delete or deletecollection; the lower-case method for paths that are no resource.</param>
/// <param name="Path">The path as sent.</param>
/// <param name="Group">API group; empty for the core group.</param>
/// <param name="Version">Version within the group.</param>
/// <param name="Plural">Resource name; null for paths that are no resource.</param>
/// <param name="Namespace">Namespace of the path; null for cluster-scoped objects and lists over all namespaces.</param>
/// <param name="Name">Object name; null for a collection.</param>
/// <param name="Subresource">Part of the object, such as <c>status</c>; null for the object itself.</param>
internal sealed record RequestInfo(string Verb, string Path, string Group = "", string Version = "", string? Plural = null, string? Namespace = null, string? Name = null, string? Subresource = null)
{
    /// <summary>Reads that end by themselves; they share one budget of requests in flight.</summary>
    public bool IsRead => Verb is "get" or "list" or "head";

    /// <summary>Requests that last: they are neither counted as in flight nor timed out.</summary>
    public bool IsLongRunning => Verb == "watch" || Subresource is "log" or "exec" or "attach" or "portforward" or "proxy";
}
