using System.Collections.Concurrent;
using Kube.Api.Core.V1;
using Kube.Api.Scheduling;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Scheduling;

namespace Kube.Scheduler.Tests.Scheduling;

/// <summary>An API server that remembers bindings and refuses, forgets to answer or delays as told.</summary>
internal sealed class FakePodWriter : IPodWriter
{
    public ConcurrentDictionary<string, string> Bound { get; } = new();

    public ConcurrentQueue<string> Events { get; } = new();

    public ConcurrentQueue<(string Pod, PodCondition Condition, string? Nominated)> Conditions { get; } = new();

    public ConcurrentQueue<(string Pod, SchedulingDecision Answer)> Answers { get; } = new();

    public ConcurrentQueue<string> Deleted { get; } = new();

    /// <summary>Called before a binding takes effect; throws to refuse it.</summary>
    public Func<PodFacts, string, Task> BeforeBind { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Called after a binding took effect; throws to lose the answer.</summary>
    public Action<PodFacts, string> AfterBind { get; set; } = (_, _) => { };

    public async Task BindAsync(PodFacts pod, string node, CancellationToken ct)
    {
        await BeforeBind(pod, node);
        Assert.True(Bound.TryAdd(pod.Uid, node), $"{pod} was bound twice");
        AfterBind(pod, node);
    }

    public Task<Pod?> FindAsync(PodFacts pod, CancellationToken ct)
    {
        var found = Api.ApiJson.Clone(pod.Pod);
        found.Spec!.NodeName = Bound.GetValueOrDefault(pod.Uid);
        return Task.FromResult<Pod?>(found);
    }

    public Task SetConditionAsync(PodFacts pod, PodCondition condition, string? nominatedNode, CancellationToken ct)
    {
        Conditions.Enqueue((pod.Name, condition, nominatedNode));
        return Task.CompletedTask;
    }

    public Task PreemptAsync(PodFacts victim, PodFacts preemptor, CancellationToken ct)
    {
        Deleted.Enqueue(victim.Name);
        return Task.CompletedTask;
    }

    public Task AnswerAsync(PodFacts pod, SchedulingDecision answer, CancellationToken ct)
    {
        Answers.Enqueue((pod.Name, answer));
        return Task.CompletedTask;
    }

    public void Record(PodFacts about, string type, string reason, string message) => Events.Enqueue($"{type} {reason} {message}");
}
