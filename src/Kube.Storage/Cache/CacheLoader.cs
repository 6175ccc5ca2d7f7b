using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Kube.Storage.Cache;

/// <summary>Reads the state of caches from the store, page by page, and entries from stored values.</summary>
internal sealed partial class CacheLoader(IStore store, int pageSize, ILogger log)
{
    /// <summary>Every entry with a prefix, each for the cache its key belongs to, as of one revision: the newest when this was called, or a newer one.</summary>
    public async Task<CacheLoad> ReadAsync(string prefix, IReadOnlyList<ResourceCache> caches, Func<string, ResourceCache[]> find, CancellationToken cancel)
    {
        var load = new CacheLoad(0, caches.ToDictionary(cache => cache, _ => new List<CacheEntry>()));
        string? start = null;
        while (true)
        {
            var page = await store.RangeAsync(prefix, start, pageSize, load.Revision, cancel);
            load = load with { Revision = page.Revision };
            foreach (var entry in page.Entries)
            {
                foreach (var cache in find(entry.Key))
                {
                    if (Read(cache, entry.Key, entry.ModRevision, entry.Value) is { } read)
                    {
                        load.Entries[cache].Add(read);
                    }
                }
            }

            if (!page.More || page.Entries.Count == 0)
            {
                return load;
            }

            start = page.Entries[^1].Key + '\0';
        }
    }

    /// <summary>The entry a stored value makes; null, as if it were not there, for a value that cannot be read.</summary>
    public CacheEntry? Read(ResourceCache cache, string key, long revision, ReadOnlyMemory<byte> value)
    {
        try
        {
            return cache.Read(key, revision, value);
        }
        catch (JsonException e)
        {
            LogUnreadable(e, key, revision);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "the value of {Key} at revision {Revision} is no JSON object; it is not served")]
    private partial void LogUnreadable(Exception exception, string key, long revision);
}
