using System.Text.Json.Nodes;
using Kctl.App;

namespace Kctl.Api;

/// <summary>The names of objects, for suggestions and completion: read without the objects themselves, and not more than a screen could show.</summary>
internal static class ObjectNames
{
    private const string MetadataOnly = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";
    private const string Many = "2000";

    /// <summary>The names in a namespace; of a kind without namespaces, or of all where it is null.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(Session session, ResourceType type, string? ns, CancellationToken ct) =>
        [.. (await ReadAsync(session, type, ns, null, ct)).Select(o => o.Name())];

    /// <summary>The namespaces in which there is an object of that name.</summary>
    public static async Task<IReadOnlyList<string>> NamespacesAsync(Session session, ResourceType type, string name, CancellationToken ct) =>
        [.. (await ReadAsync(session, type, null, $"metadata.name={name}", ct)).Select(o => o.Namespace() ?? "")];

    private static async Task<IReadOnlyList<JsonObject>> ReadAsync(Session session, ResourceType type, string? ns, string? fields, CancellationToken ct) =>
        (await session.Api.GetAsync(QueryText.With(type.CollectionPath(ns), ("fieldSelector", fields), ("limit", Many)), ct, MetadataOnly)).Objects("items");
}
