using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Scheduler.Decisions;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;

namespace Kube.Scheduler.Scheduling;

/// <summary>
/// Turns what informers report into the node picture and the queue: the picture first, then the queue, so that a pod woken by an event sees its cause.
/// Does nothing else and never blocks.
/// </summary>
internal sealed class ClusterWatch(string schedulerName, NodeCache cache, SchedulingQueue queue, NominatedPods nominated, DecisionAnswers answers)
{
    public void OnPod(Change<Pod> change)
    {
        var (before, after) = (change.Old, change.New);
        if (before is not null && (after is null || before.Metadata?.Uid != after.Metadata?.Uid || IsFinished(after)))
        {
            OnPodGone(before);
            before = null;
        }

        if (after is null || IsFinished(after))
        {
            return;
        }

        answers.OnPod(after);
        if (!string.IsNullOrEmpty(after.Spec?.NodeName))
        {
            OnAssigned(before, new PodFacts(after));
        }
        else if ((after.Spec?.SchedulerName ?? schedulerName) == schedulerName)
        {
            OnWaiting(new PodFacts(after));
        }
    }

    public void OnNode(Change<Node> change)
    {
        switch (change.Type)
        {
            case ChangeType.Added:
                cache.SetNode(change.New!);
                queue.Notify(ClusterEvent.NodeAdded);
                break;
            case ChangeType.Updated:
                cache.SetNode(change.New!);
                queue.Notify(NodeChanges.Between(change.Old!, change.New!));
                break;
            default:
                cache.RemoveNode(change.Old!.Metadata!.Name!);
                queue.Notify(ClusterEvent.NodeDeleted);
                break;
        }
    }

    public void OnNamespace(Change<Namespace> change)
    {
        if (change.New is not null && !PodChanges.SameMap(change.Old?.Metadata?.Labels, change.New.Metadata?.Labels))
        {
            queue.Notify(ClusterEvent.NamespaceLabels);
        }
    }

    private void OnAssigned(Pod? before, PodFacts pod)
    {
        queue.Remove(pod.Uid);
        nominated.Remove(pod.Uid);
        cache.SetPod(pod);
        queue.Notify(string.IsNullOrEmpty(before?.Spec?.NodeName) ? ClusterEvent.AssignedPodAdded : PodChanges.BetweenAssigned(before, pod.Pod));
    }

    private void OnWaiting(PodFacts pod)
    {
        if (pod.IsTerminating)
        {
            queue.Remove(pod.Uid);
            nominated.Remove(pod.Uid);
            return;
        }

        nominated.Set(pod, pod.NominatedNode);
        queue.Set(pod);
    }

    private void OnPodGone(Pod pod)
    {
        var uid = pod.Metadata?.Uid ?? "";
        queue.Remove(uid);
        nominated.Remove(uid);
        if (cache.RemovePod(uid) || !string.IsNullOrEmpty(pod.Status?.NominatedNodeName))
        {
            queue.Notify(ClusterEvent.AssignedPodDeleted);
        }
    }

    private static bool IsFinished(Pod pod) => pod.Status?.Phase is PodPhase.Succeeded or PodPhase.Failed;
}
