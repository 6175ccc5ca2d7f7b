using Kube.Api;
using Kube.Api.ApiExtensions.V1;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.Storage.Cache;

namespace Kube.ApiServer.CustomResources;

/// <summary>Deletes the objects of a kind whose definition is on its way out, waits for those that others hold, and lets the definition go. Any number of servers may do it at once.</summary>
internal sealed class InstanceEraser(ResourceStore definitions)
{
    /// <summary>Whatever is missed is looked at again after this time.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Returns when the definition was let go.</summary>
    /// <param name="name">The definition.</param>
    /// <param name="instances">Its objects as they are kept now; null where its kind is not served.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task EraseAsync(string name, Func<ResourceStore?> instances, CancellationToken cancel)
    {
        while (definitions.Cache.Get(definitions.Key(null, name)) is not null)
        {
            if (instances() is not { } store || await IsEmptiedAsync(store, cancel))
            {
                await ReleaseAsync(name, cancel);
                return;
            }
        }
    }

    /// <summary>True when nothing is left, false when the objects are kept elsewhere from now on.</summary>
    private static async Task<bool> IsEmptiedAsync(ResourceStore instances, CancellationToken cancel)
    {
        while (true)
        {
            await instances.Cache.WaitFreshAsync(cancel);
            using var watcher = instances.Cache.Watch(CacheFilter.All);
            if (watcher.Start.Count == 0)
            {
                return true;
            }

            foreach (var entry in watcher.Start.Select(CacheFilter.All))
            {
                await DeleteAsync(instances, entry, cancel);
            }

            if ((await watcher.ReadAsync(s_patience, cancel)).Ended)
            {
                return false;
            }
        }
    }

    private static async Task DeleteAsync(ResourceStore instances, CacheEntry entry, CancellationToken cancel)
    {
        try
        {
            await instances.DeleteAsync(entry.Namespace.Length == 0 ? null : entry.Namespace, entry.Name, new DeleteOptions(), WriteOptions.Internal, cancel);
        }
        catch (ApiError error) when (error.Code == 404)
        {
            // Gone already.
        }
    }

    private async Task ReleaseAsync(string name, CancellationToken cancel)
    {
        try
        {
            await definitions.UpdateAsync(null, name, current => new(Released(current.Object)), UpdateTarget.Server, WriteOptions.Internal, cancel);
        }
        catch (ApiError error) when (error.Code == 404)
        {
            // Another server was quicker.
        }
    }

    private static CustomResourceDefinition Released(IKubeObject current)
    {
        var definition = (CustomResourceDefinition)current.Clone();
        if (definition.Metadata!.DeletionTimestamp is not null)
        {
            definition.Metadata.Finalizers?.Remove(DefinitionStatus.CleanupFinalizer);
        }

        return definition;
    }
}
