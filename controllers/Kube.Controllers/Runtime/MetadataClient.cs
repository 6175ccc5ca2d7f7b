using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Client;

namespace Kube.Controllers.Runtime;

/// <summary>Reads and writes the metadata of objects of any kind, also of kinds this program has no type for.</summary>
internal sealed class MetadataClient(KubeClient client)
{
    private const string AcceptObject = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json";
    private const string AcceptList = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";
    private const int PageSize = 500;

    /// <summary>One object, or null.</summary>
    public async Task<PartialObjectMetadata?> FindAsync(ResourceInfo kind, ObjectKey key, CancellationToken ct)
    {
        try
        {
            using var response = await client.SendAsync(HttpMethod.Get, kind.ObjectPath(key.Namespace, key.Name), null, ct, AcceptObject);
            return ApiJson.Deserialize<PartialObjectMetadata>(await response.Content.ReadAsByteArrayAsync(ct));
        }
        catch (ApiException error) when (error.IsNotFound)
        {
            return null;
        }
    }

    /// <summary>A whole collection with the revision it was read at.</summary>
    public async Task<(List<PartialObjectMetadata> Items, string Revision)> ListAsync(ResourceInfo kind, string? ns, CancellationToken ct)
    {
        var items = new List<PartialObjectMetadata>();
        var next = string.Empty;
        while (true)
        {
            var path = $"{kind.CollectionPath(ns)}?limit={PageSize}" + (next.Length == 0 ? next : $"&continue={Uri.EscapeDataString(next)}");
            using var response = await client.SendAsync(HttpMethod.Get, path, null, ct, AcceptList);
            var list = ApiJson.Deserialize<RawList>(await response.Content.ReadAsByteArrayAsync(ct));
            items.AddRange((list.Items ?? []).Select(Read));
            next = list.Metadata?.Continue ?? string.Empty;
            if (next.Length == 0)
            {
                return (items, list.Metadata?.ResourceVersion ?? string.Empty);
            }
        }
    }

    /// <summary>The changes of a collection from a revision on. Ends when the server ends it; an error event is thrown.</summary>
    public async IAsyncEnumerable<(string Type, PartialObjectMetadata Object)> WatchAsync(ResourceInfo kind, string revision, [EnumeratorCancellation] CancellationToken ct)
    {
        var path = $"{kind.CollectionPath(null)}?watch=true&allowWatchBookmarks=true&resourceVersion={Uri.EscapeDataString(revision)}";
        using var response = await client.SendAsync(HttpMethod.Get, path, null, ct, AcceptObject);
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var lines = new StreamReader(stream);
        while (await lines.ReadLineAsync(ct) is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            var change = JsonSerializer.Deserialize(line, ApiJson.TypeInfo<WatchEvent>())!;
            yield return change.Type == "ERROR"
                ? throw new ApiException(change.Object!.Value.Deserialize(ApiJson.TypeInfo<Status>())!)
                : (change.Type ?? string.Empty, Read(change.Object!.Value));
        }
    }

    /// <summary>Deletes one object; one that is gone is not an error.</summary>
    public Task DeleteAsync(ResourceInfo kind, ObjectKey key, DeleteOptions options, CancellationToken ct) =>
        IgnoringAbsenceAsync(HttpMethod.Delete, kind.ObjectPath(key.Namespace, key.Name), Json(Versioned(options)), ct);

    /// <summary>Deletes everything of a kind in a namespace.</summary>
    public Task DeleteCollectionAsync(ResourceInfo kind, string ns, DeleteOptions options, CancellationToken ct) =>
        IgnoringAbsenceAsync(HttpMethod.Delete, kind.CollectionPath(ns), Json(Versioned(options)), ct);

    /// <summary>Changes metadata fields with a merge patch; one that is gone is not an error, one that changed since it was read is.</summary>
    public Task PatchAsync(ResourceInfo kind, PartialObjectMetadata latest, JsonObject changes, CancellationToken ct)
    {
        changes["uid"] = latest.Metadata?.Uid;
        changes["resourceVersion"] = latest.Metadata?.ResourceVersion;
        var patch = Patch.Merge(new JsonObject { ["metadata"] = changes });
        var body = new ReadOnlyMemoryContent(patch.Body);
        body.Headers.ContentType = new MediaTypeHeaderValue(patch.ContentType);
        return IgnoringAbsenceAsync(HttpMethod.Patch, kind.ObjectPath(latest.Metadata?.Namespace, latest.Metadata!.Name!), body, ct);
    }

    private static PartialObjectMetadata Read(JsonElement element) => element.Deserialize(ApiJson.TypeInfo<PartialObjectMetadata>())!;

    private static DeleteOptions Versioned(DeleteOptions options)
    {
        options.ApiVersion ??= "v1";
        options.Kind ??= "DeleteOptions";
        return options;
    }

    private static ByteArrayContent Json(DeleteOptions options)
    {
        var content = new ByteArrayContent(ApiJson.Serialize(options));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private async Task IgnoringAbsenceAsync(HttpMethod method, string path, HttpContent body, CancellationToken ct)
    {
        try
        {
            using var response = await client.SendAsync(method, path, body, ct);
        }
        catch (ApiException error) when (error.IsNotFound)
        {
            // Gone already.
        }
    }
}
