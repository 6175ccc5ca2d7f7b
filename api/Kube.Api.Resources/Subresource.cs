namespace Kube.Api.Resources;

/// <summary>A path below an object that serves something else than the object itself.</summary>
/// <param name="Name">Last path segment, such as <c>status</c>.</param>
/// <param name="Kind">Kind that is read and written there.</param>
/// <param name="ApiVersion">Group and version of that kind.</param>
/// <param name="Verbs">Verbs in discovery's words: get, update, patch, create.</param>
public sealed record Subresource(string Name, string Kind, string ApiVersion, IReadOnlyList<string> Verbs)
{
    /// <summary>True where the request is passed on to something else, which answers it: <see cref="Kind"/> then only names the query's parameters.</summary>
    public bool IsPassedOn { get; init; }

    /// <summary>Whether a verb is served; a proxy takes all there are, also those that have no word in discovery.</summary>
    public bool Serves(string verb) => Verbs.Contains(verb) || (IsPassedOn && Name == "proxy");

    /// <summary>Streams to and from something in a pod.</summary>
    internal static Subresource Stream(string name, string kind) => new(name, kind, "v1", ["create", "get"]) { IsPassedOn = true };

    /// <summary>Any request at all, for what is behind the object.</summary>
    internal static Subresource Proxy(string kind) => new("proxy", kind, "v1", ["create", "delete", "get", "patch", "update"]) { IsPassedOn = true };
}

/// <summary>How a kind maps to the autoscaling/v1 Scale it serves.</summary>
/// <param name="GetReplicas">Wanted replicas, from the spec.</param>
/// <param name="SetReplicas">Sets the wanted replicas.</param>
/// <param name="GetStatusReplicas">Existing replicas, from the status.</param>
/// <param name="GetSelector">The selector in text form.</param>
public sealed record ScaleAccess<T>(Func<T, int> GetReplicas, Action<T, int> SetReplicas, Func<T, int> GetStatusReplicas, Func<T, string> GetSelector);
