using System.Collections.Concurrent;
using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Kubelet.Config;
using Kube.Kubelet.Node;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Pods;

/// <summary>
/// One worker per pod of this node. News of pods, containers, images and configuration come in here and wake the worker concerned.
/// Containers of pods that nobody knows are ended only once the API server has said which pods there are.
/// </summary>
internal sealed class PodWorkers(PodServices services, NodeLabels labels)
{
    private static readonly TimeSpan s_restart = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, PodWorker> _workers = [];
    private readonly ConcurrentDictionary<string, Task> _running = [];

    // Pods whose work is done but whose objects are still to be seen going; their last changes must not bring a worker back.
    private readonly ConcurrentDictionary<string, bool> _finished = [];
    private readonly Lock _admission = new();
    private CancellationToken _stop;

    public IReadOnlyList<Pod> Pods => [.. _workers.Values.Select(w => w.Pod)];

    public PodWorker? Find(string uid) => _workers.GetValueOrDefault(uid);

    /// <summary>Listens for the news of containers and images from now on.</summary>
    public void Start(CancellationToken ct)
    {
        _stop = ct;
        services.Containers.Changed += uid => Find(uid)?.Wake();
        services.Images.Changed += _ => _workers.Values.ToList().ForEach(w => w.ConfigChanged());
    }

    /// <summary>Takes up the pods known from before, while the API server is away.</summary>
    public void Restore()
    {
        foreach (var pod in services.Files.Load())
        {
            Add(pod, known: true);
        }
    }

    /// <summary>A change of a pod bound to this node.</summary>
    public void On(Change<Pod> change)
    {
        if (change.Type == ChangeType.Deleted)
        {
            _finished.TryRemove(change.Object.Uid(), out _);
            Find(change.Object.Uid())?.Gone();
            return;
        }

        // An object replaced by one of the same name may come as an update.
        if (change.Old is { } old && old.Uid() != change.New!.Uid())
        {
            Find(old.Uid())?.Gone();
        }

        services.Statuses.Observe(change.New!);
        Add(change.New!, known: services.Containers.OfPod(change.New!.Uid()).Count > 0);
    }

    /// <summary>The list of pods is complete: whatever else is here is not wanted any more.</summary>
    public async Task RemoveOrphansAsync(IReadOnlyList<Pod> pods, CancellationToken ct)
    {
        var known = pods.Select(p => p.Uid()).ToHashSet();
        foreach (var worker in _workers.Where(w => !known.Contains(w.Key)))
        {
            worker.Value.Gone();
        }

        var orphans = services.Containers.All().Where(c => !known.Contains(c.Identity.PodUid) && !_workers.ContainsKey(c.Identity.PodUid)).GroupBy(c => c.Identity.PodUid);
        foreach (var orphan in orphans)
        {
            services.Logger.PodChanged(orphan.First().Identity.PodNamespace, orphan.First().Identity.PodName, orphan.Key, "is not known any more; removing its containers");
            foreach (var container in orphan.OrderBy(c => c.Identity.Role == ContainerRole.Sandbox))
            {
                await services.Runtime.RemoveAsync(container.Id, ct);
                services.Containers.Forget(container.Id);
            }
        }

        foreach (var uid in services.Files.Uids().Where(u => !known.Contains(u) && !_workers.ContainsKey(u)))
        {
            await services.Volumes.RemoveAsync(uid, ct);
        }
    }

    /// <summary>A ConfigMap or Secret has changed: those who read it look again.</summary>
    public void OnConfig(ObjectKey key, bool secret)
    {
        foreach (var worker in _workers.Values.Where(w => w.Pod.Namespace() == key.Namespace))
        {
            var (maps, secrets) = ApiConfigSource.References(worker.Pod);
            if ((secret ? secrets : maps).Contains(key.Name))
            {
                worker.ConfigChanged();
            }
        }
    }

    /// <summary>Completes when all workers have stopped; their containers go on running.</summary>
    public Task WhenStoppedAsync() => Task.WhenAll(_running.Values);

    private void Add(Pod pod, bool known)
    {
        lock (_admission)
        {
            if (_workers.TryGetValue(pod.Uid(), out var worker))
            {
                Save(pod, worker.Pod);
                worker.Update(pod);
                return;
            }

            if (_finished.ContainsKey(pod.Uid()))
            {
                return;
            }

            var fresh = !known && pod.Metadata!.DeletionTimestamp is null && pod.Status?.StartTime is null && !pod.IsTerminal();
            var others = Pods.Where(p => !p.IsTerminal()).ToList();
            var rejected = fresh ? PodAdmission.Check(pod, labels.Current, services.Node.Allocatable, others) : null;
            if (rejected is not null)
            {
                services.Events.Record(pod, null, PodEvents.Warning, rejected.Reason!, rejected.Message!);
            }

            Save(pod, null);
            worker = new PodWorker(pod, services, rejected);
            _workers[pod.Uid()] = worker;
            worker.Update(pod);
            _running[pod.Uid()] = RunAsync(worker);
        }
    }

    private async Task RunAsync(PodWorker worker)
    {
        // Off the informer's loop from the first step on.
        await Task.Yield();
        while (!worker.Finished && !_stop.IsCancellationRequested)
        {
            try
            {
                await worker.RunAsync(_stop);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                services.Logger.WorkerFailed(worker.Pod.Namespace(), worker.Pod.Name(), e);
                await Task.Delay(s_restart, services.Time, CancellationToken.None);
            }
        }

        if (!worker.IsGone)
        {
            _finished[worker.Pod.Uid()] = true;
        }

        _workers.TryRemove(worker.Pod.Uid(), out _);
        _running.TryRemove(worker.Pod.Uid(), out _);
    }

    private void Save(Pod pod, Pod? before)
    {
        if (before is null || before.Metadata!.Generation != pod.Metadata!.Generation || before.Metadata.DeletionTimestamp != pod.Metadata.DeletionTimestamp)
        {
            services.Files.Save(pod);
        }
    }
}
