using Kube.Scheduler.Decisions;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;
using Microsoft.Extensions.Logging;

namespace Kube.Scheduler.Scheduling;

/// <summary>
/// Takes one pod after the other and decides. A decision is made on a snapshot and touches nothing but memory; what follows from it
/// (binding, telling why not) is handed on, so the next pod never waits for the API server.
/// </summary>
internal sealed partial class SchedulingLoop(
    SchedulingQueue queue, NodeCache cache, Profile profile, Decider decider, Binder binder, FailureReporter failures, LoopSurroundings surroundings)
{
    private readonly Snapshot _snapshot = new();
    private readonly ILogger _logger = surroundings.Logger;

    public async Task RunAsync(CancellationToken ct)
    {
        while (true)
        {
            var pod = await queue.TakeAsync(ct);
            var start = surroundings.Time.GetTimestamp();
            var result = ScheduleOne(pod);
            surroundings.Metrics?.Observe(result, surroundings.Time.GetElapsedTime(start));
        }
    }

    /// <summary>Decides about one pod taken from the queue; returns the outcome as metrics name it.</summary>
    public string ScheduleOne(QueuedPod queued)
    {
        try
        {
            cache.Update(_snapshot);
            var decision = decider.Decide(queued.Pod, _snapshot);
            return decision.Node is { } node ? Assign(queued, node.Name, decision) : Reject(queued, decision);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogError(_logger, queued.Pod, e);
            failures.Enqueue(Failure.Error(queued, e.Message));
            return "error";
        }
    }

    private string Assign(QueuedPod queued, string node, Decision decision)
    {
        if (!cache.Assume(queued.Pod, node))
        {
            queue.Remove(queued.Pod.Uid); // The watch has it bound already.
            return "error";
        }

        var verdict = profile.Reserve(decision.Cycle, queued.Pod, node);
        if (!verdict.IsSuccess)
        {
            cache.Forget(queued.Pod);
            failures.Enqueue(Failure.Error(queued, verdict.Message));
            return "error";
        }

        surroundings.Decisions.Add(queued.Pod.Uid, Record(queued, decision));
        binder.Enqueue(queued, node);
        return "scheduled";
    }

    private string Reject(QueuedPod queued, Decision decision)
    {
        if (_snapshot.Count == 0)
        {
            const string NoNodes = "no nodes available to schedule pods";
            queued.LastDecision = Record(queued, decision) with { Message = NoNodes };
            failures.Enqueue(Failure.Unschedulable(queued, NoNodes, []));
            return "unschedulable";
        }

        var room = MakeRoom(queued.Pod, decision);
        var message = decision.Diagnosis.ToString();
        queued.LastDecision = Record(queued, decision) with { Message = message, NominatedNode = room?.NominatedNode };
        LogUnschedulable(_logger, queued.Pod, message);
        failures.Enqueue(Failure.Unschedulable(queued, message, decision.Diagnosis.Rejectors) with
        {
            NominatedNode = room?.NominatedNode,
            Victims = room?.Victims ?? [],
        });
        return "unschedulable";
    }

    private DecisionRecord Record(QueuedPod queued, Decision decision) =>
        new(surroundings.Time.GetUtcNow(), _snapshot.Count, decision.Feasible)
        {
            Node = decision.Node?.Name,
            Attempts = queued.Attempts,
            Ranking = decision.Ranking,
            Refusals = RefusalGroups.Of(queued.Pod, _snapshot, decision),
        };

    private PostFilterResult? MakeRoom(PodFacts pod, Decision decision)
    {
        foreach (var plugin in profile.PostFilters)
        {
            var result = plugin.PostFilter(decision.Cycle, pod, _snapshot, decision.Diagnosis);
            decision.Diagnosis.PostFilterMessage = result.Message;
            if (result.NominatedNode is not null)
            {
                return result;
            }
        }

        return null;
    }
}
