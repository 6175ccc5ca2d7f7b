using System.Threading.Channels;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;
using Microsoft.Extensions.Logging;

namespace Kube.Scheduler.Scheduling;

/// <summary>
/// Tells the API server where pods go, several at a time, while decisions go on. The pod is counted on its node all the while. When the server says No,
/// the count is taken back and the pod is tried again; when nobody knows whether the server heard, the server is asked before anything is taken back,
/// because a pod that is bound and not counted would let its node be overcommitted.
/// </summary>
internal sealed partial class Binder(IPodWriter writer, NodeCache cache, SchedulingQueue queue, FailureReporter failures, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan s_askAgain = TimeSpan.FromSeconds(1);
    private readonly Channel<(QueuedPod Pod, string Node)> _work = Channel.CreateUnbounded<(QueuedPod, string)>();

    public void Enqueue(QueuedPod pod, string node) => _work.Writer.TryWrite((pod, node));

    /// <summary>Works until cancelled; run as many as bindings may be under way.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await foreach (var (pod, node) in _work.Reader.ReadAllAsync(ct))
        {
            await BindAsync(pod, node, ct);
        }
    }

    private async Task BindAsync(QueuedPod queued, string node, CancellationToken ct)
    {
        var pod = queued.Pod;
        try
        {
            await writer.BindAsync(pod, node, ct);
            Succeed(pod, node);
        }
        catch (ApiException e) when (e.Code < 500)
        {
            Fail(queued, node, e);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogUnknown(logger, pod, node, e);
            await AskAsync(queued, node, e, ct);
        }
    }

    private async Task AskAsync(QueuedPod queued, string node, Exception cause, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                var found = await writer.FindAsync(queued.Pod, ct);
                if (found?.Spec?.NodeName == node)
                {
                    Succeed(queued.Pod, node);
                }
                else
                {
                    Fail(queued, node, cause);
                }

                return;
            }
            catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                LogUnknown(logger, queued.Pod, node, e);
                await Task.Delay(s_askAgain, time, ct);
            }
        }
    }

    private void Succeed(PodFacts pod, string node)
    {
        cache.FinishBinding(pod);
        LogBound(logger, pod, node);
        writer.Record(pod, "Normal", "Scheduled", $"Successfully assigned {pod} to {node}");
    }

    private void Fail(QueuedPod queued, string node, Exception cause)
    {
        LogFailed(logger, queued.Pod, node, cause);
        if (cache.Forget(queued.Pod))
        {
            queue.Notify(ClusterEvent.AssignedPodDeleted);
        }

        failures.Enqueue(Failure.Error(queued, $"binding rejected: {cause.Message}"));
    }
}
