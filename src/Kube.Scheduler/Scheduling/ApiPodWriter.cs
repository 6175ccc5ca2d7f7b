using System.Text;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Api.Scheduling;
using Kube.Client;
using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Scheduling;

/// <summary>The scheduler's writes as calls to the API server.</summary>
internal sealed class ApiPodWriter(KubeClient client, EventRecorder events, TimeProvider time, string schedulerName) : IPodWriter
{
    /// <summary>The longest message an Event may carry.</summary>
    private const int LongestMessage = 1024;

    public Task BindAsync(PodFacts pod, string node, CancellationToken ct) => client.BindAsync(pod.Namespace, pod.Name, new Binding
    {
        Metadata = new ObjectMeta { Name = pod.Name, Namespace = pod.Namespace, Uid = pod.Uid },
        Target = new ObjectReference { Kind = Node.Info.Kind, Name = node },
    }, ct);

    public async Task<Pod?> FindAsync(PodFacts pod, CancellationToken ct)
    {
        var found = await client.FindAsync<Pod>(pod.Namespace, pod.Name, ct);
        return found?.Metadata?.Uid == pod.Uid ? found : null;
    }

    public Task SetConditionAsync(PodFacts pod, PodCondition condition, string? nominatedNode, CancellationToken ct) =>
        PatchStatusAsync(pod, new PodStatus { Conditions = [condition], NominatedNodeName = nominatedNode }, ct);

    public async Task PreemptAsync(PodFacts victim, PodFacts preemptor, CancellationToken ct)
    {
        try
        {
            await PatchStatusAsync(victim, new PodStatus { Conditions = [DisruptionOf(victim)] }, ct);
            await client.DeleteAsync<Pod>(victim.Namespace, victim.Name, new DeleteOptions { Preconditions = new Preconditions { Uid = victim.Uid } }, ct);
        }
        catch (ApiException e) when (e.IsNotFound || e.IsConflict)
        {
            return; // Gone already: that is what was wanted.
        }

        Record(victim, "Normal", "Preempted", $"Preempted by pod {preemptor.Uid} on node {victim.NodeName}");
    }

    public async Task AnswerAsync(PodFacts pod, SchedulingDecision answer, CancellationToken ct)
    {
        var annotations = new JsonObject
        {
            [DecisionAnnotation.Question] = null,
            [DecisionAnnotation.Answer] = Encoding.UTF8.GetString(ApiJson.Serialize(answer)),
        };
        var patch = new JsonObject { ["metadata"] = new JsonObject { ["uid"] = pod.Uid, ["annotations"] = annotations } };
        await client.PatchAsync<Pod>(pod.Namespace, pod.Name, Patch.Merge(Encoding.UTF8.GetBytes(patch.ToJsonString())), ct, "status");
    }

    public void Record(PodFacts about, string type, string reason, string message) =>
        events.Record(about.Pod, type, reason, message.Length <= LongestMessage ? message : $"{message[..(LongestMessage - 4)]} ...");

    private PodCondition DisruptionOf(PodFacts victim) => new()
    {
        Type = PodConditionType.DisruptionTarget,
        Status = Kube.Api.Core.V1.ConditionStatus.True,
        Reason = "PreemptionByScheduler",
        Message = $"{schedulerName}: preempting to accommodate a higher priority pod",
        LastTransitionTime = time.GetUtcNow().UtcDateTime,
        ObservedGeneration = victim.Pod.Metadata?.Generation,
    };

    private Task PatchStatusAsync(PodFacts pod, PodStatus status, CancellationToken ct)
    {
        var partial = new Pod { Metadata = new ObjectMeta { Uid = pod.Uid }, Status = status };
        return client.PatchAsync<Pod>(pod.Namespace, pod.Name, Patch.Strategic(partial), ct, "status");
    }
}
