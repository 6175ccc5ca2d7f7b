namespace Kube.Storage.Cache;

/// <summary>A cache whose state is being read from the store, and the changes that the watch brought meanwhile.</summary>
internal sealed class CacheArrival(ResourceCache cache)
{
    public ResourceCache Cache => cache;

    /// <summary>The batches since, with the cache's changes in them.</summary>
    public List<StoreEvents> Missed { get; } = [];

    /// <summary>Notes what of a batch belongs to the cache.</summary>
    public void Miss(StoreEvents batch)
    {
        var changes = batch.Events.Where(e => e.Key.StartsWith(cache.Resource.Prefix, StringComparison.Ordinal)).ToList();
        if (changes.Count > 0)
        {
            Missed.Add(new StoreEvents(changes, batch.Revision));
        }
    }
}
