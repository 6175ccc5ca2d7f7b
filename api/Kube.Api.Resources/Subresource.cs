namespace Kube.Api.Resources;

/// <summary>A path below an object that serves something else than the object itself.</summary>
/// <param name="Name">Last path segment, such as <c>status</c>.</param>
/// <param name="Kind">Kind that is read and written there.</param>
/// <param name="ApiVersion">Group and version of that kind.</param>
/// <param name="Verbs">Verbs in discovery's words: get, update, patch, create.</param>
public sealed record Subresource(string Name, string Kind, string ApiVersion, IReadOnlyList<string> Verbs);

/// <summary>How a kind maps to the autoscaling/v1 Scale it serves.</summary>
/// <param name="GetReplicas">Wanted replicas, from the spec.</param>
/// <param name="SetReplicas">Sets the wanted replicas.</param>
/// <param name="GetStatusReplicas">Existing replicas, from the status.</param>
/// <param name="GetSelector">The selector in text form.</param>
public sealed record ScaleAccess<T>(Func<T, int> GetReplicas, Action<T, int> SetReplicas, Func<T, int> GetStatusReplicas, Func<T, string> GetSelector);
