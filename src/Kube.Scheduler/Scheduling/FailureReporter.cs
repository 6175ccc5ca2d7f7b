using System.Threading.Channels;
using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;
using Microsoft.Extensions.Logging;

namespace Kube.Scheduler.Scheduling;

/// <summary>
/// Tells the world why a pod got no node: its PodScheduled condition (only when it says something new) and a FailedScheduling event; deletes the pods that
/// have to make room; then hands the pod back to the queue. In this order, so that the condition can never overwrite that of a later success.
/// </summary>
internal sealed partial class FailureReporter(IPodWriter writer, SchedulingQueue queue, NominatedPods nominated, TimeProvider time, ILogger logger)
{
    private readonly Channel<Failure> _work = Channel.CreateUnbounded<Failure>();

    public void Enqueue(Failure failure) => _work.Writer.TryWrite(failure);

    /// <summary>Works until cancelled; may run several times.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await foreach (var failure in _work.Reader.ReadAllAsync(ct))
        {
            await ReportAsync(failure, ct);
        }
    }

    private async Task ReportAsync(Failure failure, CancellationToken ct)
    {
        var pod = failure.Pod.Pod;
        writer.Record(pod, "Warning", "FailedScheduling", failure.Message);
        if (failure.NominatedNode is not null)
        {
            nominated.Set(pod, failure.NominatedNode);
        }

        await TryAsync(pod, () => SetConditionAsync(pod, failure.Reason, failure.Message, failure.NominatedNode, ct), ct);
        foreach (var victim in failure.Victims)
        {
            await TryAsync(victim, () => writer.PreemptAsync(victim, pod, ct), ct);
        }

        if (failure.Rejectors is { } rejectors)
        {
            queue.ReturnUnschedulable(failure.Pod, rejectors);
        }
        else
        {
            queue.ReturnFailed(failure.Pod);
        }
    }

    private async Task SetConditionAsync(PodFacts pod, string reason, string message, string? nominatedNode, CancellationToken ct)
    {
        var known = pod.Pod.Status?.Conditions?.Find(c => c.Type == PodConditionType.PodScheduled);
        if (known is { Status: ConditionStatus.False } && known.Reason == reason && known.Message == message && nominatedNode == pod.NominatedNode)
        {
            return;
        }

        var condition = new PodCondition
        {
            Type = PodConditionType.PodScheduled,
            Status = ConditionStatus.False,
            Reason = reason,
            Message = message,
            LastTransitionTime = known is { Status: ConditionStatus.False } ? known.LastTransitionTime : time.GetUtcNow().UtcDateTime,
            ObservedGeneration = pod.Pod.Metadata?.Generation,
        };
        await writer.SetConditionAsync(pod, condition, nominatedNode, ct);
    }

    private async Task TryAsync(PodFacts pod, Func<Task> write, CancellationToken ct)
    {
        try
        {
            await write();
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            LogGone(logger, pod);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogNotReported(logger, pod, e);
        }
    }
}
