using System.Collections.Concurrent;
using Kube.Api;
using Kube.Api.ApiExtensions.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.Storage.Cache;
using Microsoft.Extensions.Logging;

namespace Kube.ApiServer.CustomResources;

/// <summary>
/// Follows the definitions of custom kinds: serves their kinds, tells in their status what came of it, and clears up when they go.
/// Every server on the store does the same; decisions follow from the definitions alone and writes are guarded, so they come to one end.
/// A kind is served before its definition says that it is established.
/// </summary>
internal sealed partial class DefinitionController(ResourceStore definitions, ResourceRegistry registry, CustomKinds kinds, TimeProvider clock, ILogger<DefinitionController> logger)
{
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);
    private readonly InstanceEraser _eraser = new(definitions);
    private readonly Dictionary<string, (long Revision, CustomResourceDefinition Definition)> _read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task> _erasing = new(StringComparer.Ordinal);
    private TaskCompletionSource _pass = NewSignal();

    /// <summary>Follows until cancelled. The cache must have been loaded.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                await FollowAsync(cancel);
            }
        }
        finally
        {
            await Task.WhenAll(_erasing.Values);
        }
    }

    /// <summary>Waits until the definitions that existed when this was called are followed.</summary>
    public async Task WaitForAllAsync(CancellationToken cancel)
    {
        foreach (var entry in (await definitions.Cache.WaitFreshAsync(cancel)).Select(CacheFilter.All))
        {
            await WaitForAsync(entry, cancel);
        }
    }

    /// <summary>Waits, for a while, until the definitions that clients have seen here are followed: who was told of one finds its kind in discovery.</summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(s_patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            foreach (var entry in definitions.Cache.Snapshot.Select(CacheFilter.All))
            {
                await WaitForAsync(entry, either.Token);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // What is known is told all the same.
        }
    }

    /// <summary>What a path names that nothing is served under so far: waits for a definition that has only just been written.</summary>
    public async ValueTask<ServedResource?> FindAsync(string group, string version, string plural, CancellationToken cancel)
    {
        if (group.Length == 0)
        {
            return null;
        }

        var snapshot = await definitions.Cache.WaitFreshAsync(cancel);
        if (snapshot.Get(definitions.Key(null, $"{plural}.{group}")) is not { } entry)
        {
            return null;
        }

        await WaitForAsync(entry, cancel);
        return registry.Find(group, version, plural);
    }

    private async Task FollowAsync(CancellationToken cancel)
    {
        using var watcher = definitions.Cache.Watch(CacheFilter.All);
        var isDone = await TryPassAsync(cancel);
        while (!(await watcher.ReadAsync(isDone ? Timeout.InfiniteTimeSpan : s_retry, cancel)).Ended)
        {
            isDone = await TryPassAsync(cancel);
        }
    }

    private async Task WaitForAsync(CacheEntry entry, CancellationToken cancel)
    {
        while (true)
        {
            var pass = Volatile.Read(ref _pass);
            if (_seen.GetValueOrDefault(entry.Name) >= entry.Revision || definitions.Cache.Get(entry.Key) is null)
            {
                return;
            }

            await pass.Task.WaitAsync(cancel);
        }
    }

    private async Task<bool> TryPassAsync(CancellationToken cancel)
    {
        try
        {
            await PassAsync(cancel);
            return true;
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            LogRetry(error.Message);
            return false;
        }
    }

    private async Task PassAsync(CancellationToken cancel)
    {
        var entries = definitions.Cache.Snapshot.Select(CacheFilter.All).ToList();
        var plans = DefinitionPlan.For(entries.Select(Read), registry.BuiltIn.Select(s => s.View));
        var before = registry.Now;
        await kinds.ServeAsync(plans, cancel);
        if (!ReferenceEquals(before, registry.Now))
        {
            LogServed(registry.Now.All.Count - registry.BuiltIn.Count);
        }

        Show(entries);
        foreach (var plan in plans)
        {
            await WriteStatusAsync(plan, cancel);
            Erase(plan, cancel);
        }
    }

    private CustomResourceDefinition Read(CacheEntry entry)
    {
        if (!_read.TryGetValue(entry.Name, out var read) || read.Revision != entry.Revision)
        {
            _read[entry.Name] = read = (entry.Revision, (CustomResourceDefinition)definitions.Typed(entry).Object);
        }

        return read.Definition;
    }

    /// <summary>Lets those go on who wait for these definitions to be followed.</summary>
    private void Show(List<CacheEntry> entries)
    {
        foreach (var entry in entries)
        {
            _seen[entry.Name] = entry.Revision;
        }

        foreach (var gone in _seen.Keys.Except(entries.Select(e => e.Name)).ToList())
        {
            _seen.TryRemove(gone, out _);
            _read.Remove(gone);
        }

        Interlocked.Exchange(ref _pass, NewSignal()).SetResult();
    }

    private async Task WriteStatusAsync(DefinitionPlan plan, CancellationToken cancel)
    {
        var isServed = kinds.Find(plan.Name) is not null;
        var faults = kinds.FaultsOf(plan.Name);
        if (Next(plan.Definition) is { } next && ApiJson.Serialize(next).AsSpan().SequenceEqual(ApiJson.Serialize(plan.Definition.Status ?? new())))
        {
            return;
        }

        try
        {
            await definitions.UpdateAsync(null, plan.Name, current => new(Changed(current)), UpdateTarget.Status, WriteOptions.Internal, cancel);
        }
        catch (ApiError error) when (error.Code == 404)
        {
            // It is gone, which the next pass will see.
        }

        CustomResourceDefinitionStatus Next(CustomResourceDefinition definition) => DefinitionStatus.Next(definition, plan.Names, isServed, faults, clock.GetUtcNow().UtcDateTime);

        // A definition that has changed since is judged by the next pass.
        CustomResourceDefinition Changed(StoredObject current)
        {
            var definition = (CustomResourceDefinition)current.Object.Clone();
            if (definition.Metadata!.Uid == plan.Definition.Metadata!.Uid && definition.Metadata.Generation == plan.Definition.Metadata.Generation)
            {
                definition.Status = Next(definition);
            }

            return definition;
        }
    }

    private void Erase(DefinitionPlan plan, CancellationToken cancel)
    {
        if (!plan.IsTerminating || plan.Definition.Metadata!.Finalizers?.Contains(DefinitionStatus.CleanupFinalizer) != true)
        {
            return;
        }

        if (!_erasing.TryGetValue(plan.Name, out var running) || running.IsCompleted)
        {
            _erasing[plan.Name] = EraseAsync(plan.Name, () => kinds.Find(plan.Name)?.Store, cancel);
        }
    }

    private async Task EraseAsync(string name, Func<ResourceStore?> instances, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await _eraser.EraseAsync(name, instances, cancel);
                return;
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                LogErasing(name, error.Message);
                await Task.Delay(s_retry, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
