using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;
using Kube.Storage;
using Kube.Storage.Cache;

namespace Kube.ApiServer.Verbs;

/// <summary>
/// Reads what a list asks for: from the cache's snapshot, and from the store only at a revision the cache has left behind
/// (a continue token, an exact resourceVersion).
/// </summary>
internal sealed class ListReader(IStore store, Freshness freshness)
{
    private const int StorePage = 500;
    private const string ExpiredRevision = "The resourceVersion for the provided list is too old.";
    private const string ExpiredToken = "The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.";

    public async Task<ListPage> ReadAsync(ApiRequest request, ListQuery query)
    {
        var cache = request.Store.Cache;
        if (query.Continue is { } text)
        {
            return await ContinueAsync(request, query, ContinueToken.Parse(text));
        }

        var exact = query.Match == "Exact" || query is { Match: null, Limit: > 0, ResourceVersion: not (null or "0") };
        if (!exact)
        {
            return FromSnapshot(request, query, await freshness.WaitAsync(cache, query.ResourceVersion, request.Cancel), null);
        }

        var revision = ResourceVersions.Parse(query.ResourceVersion!);
        var snapshot = await freshness.WaitAsync(cache, query.ResourceVersion, request.Cancel);
        return snapshot.Revision == revision
            ? FromSnapshot(request, query, snapshot, null)
            : await FromStoreAsync(request, query, revision, null, () => Failure.Expired(ExpiredRevision));
    }

    private async Task<ListPage> ContinueAsync(ApiRequest request, ListQuery query, ContinueToken token)
    {
        var cache = request.Store.Cache;
        var start = StorageKeys.Prefix(request.Store.Resource.Info, request.Namespace) + token.LastKey + "\0";
        if (token.Revision < 0)
        {
            return FromSnapshot(request, query, await freshness.WaitAsync(cache, null, request.Cancel), start);
        }

        var snapshot = await freshness.WaitForAsync(cache, token.Revision, request.Cancel);
        return snapshot.Revision == token.Revision
            ? FromSnapshot(request, query, snapshot, start)
            : await FromStoreAsync(request, query, token.Revision, start, () => Failure.Expired(ExpiredToken, (token with { Revision = -1 }).ToString()));
    }

    private static ListPage FromSnapshot(ApiRequest request, ListQuery query, CacheSnapshot snapshot, string? startKey)
    {
        var items = new List<ReadOnlyMemory<byte>>(query.Limit > 0 ? Math.Min(query.Limit, 1000) : query.Selects ? 16 : snapshot.CountFrom(request.Namespace, startKey));
        string? last = null;
        foreach (var entry in snapshot.Select(query.Filter, startKey))
        {
            if (query.Limit > 0 && items.Count == query.Limit)
            {
                var remaining = query.Selects ? (long?)null : snapshot.CountFrom(request.Namespace, last + "\0");
                return new ListPage(items, snapshot.Revision, last, remaining);
            }

            items.Add(entry.Utf8);
            last = entry.Key;
        }

        return new ListPage(items, snapshot.Revision, null, null);
    }

    private async Task<ListPage> FromStoreAsync(ApiRequest request, ListQuery query, long revision, string? startKey, Func<ApiError> expired)
    {
        var prefix = StorageKeys.Prefix(request.Store.Resource.Info, request.Namespace);
        var items = new List<ReadOnlyMemory<byte>>();
        string? last = null;
        while (true)
        {
            StoreRange range;
            try
            {
                range = await store.RangeAsync(prefix, startKey, query.Limit > 0 ? Math.Max(query.Limit, StorePage) : 0, revision, request.Cancel);
            }
            catch (CompactedException)
            {
                throw expired();
            }

            for (var i = 0; i < range.Entries.Count; i++)
            {
                var entry = range.Entries[i];
                var utf8 = ObjectBytes.WithRevision(request.Store.Resource.FromStore(entry.Value), entry.ModRevision);
                if (!StoredSelection.Matches(request, query, utf8))
                {
                    continue;
                }

                if (query.Limit > 0 && items.Count == query.Limit)
                {
                    return new ListPage(items, revision, last, query.Selects ? null : range.Count - i);
                }

                items.Add(utf8);
                last = entry.Key;
            }

            if (!range.More)
            {
                return new ListPage(items, revision, null, null);
            }

            startKey = range.Entries[^1].Key + "\0";
        }
    }
}
