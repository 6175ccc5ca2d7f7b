using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;

namespace Kube.Integration.Tests;

/// <summary>Plays the kubelets of all nodes: a bound pod runs and is ready at once, a deleted one is gone at once. Images named <c>missing</c> never start.</summary>
internal sealed class FakeKubelet(KubeClient client)
{
    private int _nextIp;

    public async Task RunAsync(CancellationToken ct)
    {
        await using var informers = new Informers(client);
        var queue = new WorkQueue<ObjectKey>();
        var pods = informers.For<Pod>();
        pods.AddHandler(change => queue.Add(ObjectKey.Of(change.Object)));
        await informers.StartAsync(ct);
        while (true)
        {
            var key = await queue.TakeAsync(ct);
            try
            {
                if (pods.Get(key.Namespace, key.Name) is { Spec.NodeName.Length: > 0 } pod)
                {
                    await SyncAsync(pod, ct);
                }

                queue.Forget(key);
            }
            catch (ApiException e) when (e.IsNotFound || e.IsConflict)
            {
                queue.AddRateLimited(key);
            }

            queue.Done(key);
        }
    }

    private async Task SyncAsync(Pod pod, CancellationToken ct)
    {
        var (ns, name) = (pod.Metadata!.Namespace, pod.Metadata.Name!);
        if (pod.Metadata.DeletionTimestamp is not null)
        {
            var now = new DeleteOptions { GracePeriodSeconds = 0, Preconditions = new Preconditions { Uid = pod.Metadata.Uid } };
            await client.DeleteAsync<Pod>(ns, name, now, ct);
        }
        else if (pod.Status?.Phase == PodPhase.Pending && pod.Spec!.Containers![0].Image?.Contains("missing", StringComparison.Ordinal) != true)
        {
            var running = new Pod { Metadata = new ObjectMeta { Uid = pod.Metadata.Uid }, Status = Running(pod) };
            await client.PatchAsync<Pod>(ns, name, Patch.Strategic(running), ct, "status");
        }
    }

    private PodStatus Running(Pod pod)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var ip = $"10.9.{++_nextIp / 250}.{(_nextIp % 250) + 1}";
        return new PodStatus
        {
            Phase = PodPhase.Running,
            PodIP = ip,
            PodIPs = [new PodIP { Ip = ip }],
            StartTime = now,
            Conditions =
            [
                .. ((string[])[PodConditionType.Initialized, PodConditionType.ContainersReady, PodConditionType.Ready])
                    .Select(type => new PodCondition { Type = type, Status = "True", LastTransitionTime = now }),
            ],
            ContainerStatuses =
            [
                .. pod.Spec!.Containers!.Select(container => new ContainerStatus
                {
                    Name = container.Name,
                    Image = container.Image,
                    ImageID = "sha256:0",
                    Ready = true,
                    Started = true,
                    RestartCount = 0,
                    State = new ContainerState { Running = new ContainerStateRunning { StartedAt = now } },
                }),
            ],
        };
    }
}
