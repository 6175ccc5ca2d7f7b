using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Pods;

/// <summary>
/// Writes pod statuses: only what changed, the newest only, one write per pod at a time, again until the server has taken it.
/// An object that was deleted meanwhile, or replaced by another of its name, is left alone.
/// </summary>
internal sealed class PodStatusWriter(KubeClient client, WorkQueue<string> queue, int writers, ILogger<PodStatusWriter> logger) : IPodStatusSink
{
    private readonly ConcurrentDictionary<string, Entry> _entries = [];

    public void Publish(Pod pod, PodStatus status)
    {
        var entry = _entries.GetOrAdd(pod.Uid(), _ => new Entry(pod.Namespace(), pod.Name()));
        lock (entry)
        {
            entry.Wanted = status;
        }

        queue.Add(pod.Uid());
    }

    public void Observe(Pod pod)
    {
        if (_entries.TryGetValue(pod.Uid(), out var entry) && entry.Written is { } written && !SameConditions(written, pod.Status))
        {
            entry.Written = null;
            queue.Add(pod.Uid());
        }
    }

    public void Finish(Pod pod, PodStatus status)
    {
        Publish(pod, status);
        _entries[pod.Uid()].Done = true;
        queue.Add(pod.Uid());
    }

    public Task RunAsync(CancellationToken ct) => Task.WhenAll(Enumerable.Range(0, writers).Select(_ => WorkAsync(ct)));

    private async Task WorkAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var uid = await queue.TakeAsync(ct);
            try
            {
                if (_entries.TryGetValue(uid, out var entry))
                {
                    await WriteAsync(uid, entry, ct);
                }

                queue.Forget(uid);
            }
            catch (ApiException e) when (e.IsNotFound || e.IsConflict)
            {
                _entries.TryRemove(uid, out _);
                queue.Forget(uid);
            }
            catch (Exception e) when (e is ApiException or HttpRequestException or IOException or TimeoutException)
            {
                logger.StatusNotWritten(uid, e.Message);
                queue.AddRateLimited(uid);
            }
            finally
            {
                queue.Done(uid);
            }
        }
    }

    private async Task WriteAsync(string uid, Entry entry, CancellationToken ct)
    {
        PodStatus wanted;
        lock (entry)
        {
            wanted = entry.Wanted!;
        }

        var written = entry.Written;
        if (PodStatusChange.Patch(uid, written, wanted) is { } patch)
        {
            await client.PatchAsync<Pod>(entry.Namespace, entry.Name, Patch.Strategic((JsonNode)patch), ct, "status");
            entry.Written = wanted;
        }
        else
        {
            // Two that say the same need not both be kept.
            Interlocked.CompareExchange(ref entry.Written, wanted, written);
        }

        if (entry.Done)
        {
            var options = new DeleteOptions { GracePeriodSeconds = 0, Preconditions = new Preconditions { Uid = uid } };
            await client.DeleteAsync<Pod>(entry.Namespace, entry.Name, options, ct);
            _entries.TryRemove(uid, out _);
        }
    }

    // A node that was away comes back to find its pods marked as not ready. News of an older state costs a write that changes nothing.
    private static bool SameConditions(PodStatus written, PodStatus? shown) => (written.Conditions ?? []).All(mine =>
        shown?.Conditions?.Find(c => c.Type == mine.Type) is { } seen && seen.Status == mine.Status && seen.Reason == mine.Reason);

    // Of the pod no more than its name: there are as many of these as pods.
    private sealed class Entry(string ns, string name)
    {
        public string Namespace => ns;

        public string Name => name;

        public volatile PodStatus? Written;

        public PodStatus? Wanted { get; set; }

        public volatile bool Done;
    }
}
