using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Scheduler.Decisions;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;
using Kube.Scheduler.Scheduling;
using Kube.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Scheduler.Tests.Scheduling;

/// <summary>The whole scheduler but for informers and client: a test plays the watch, <see cref="FakePodWriter"/> plays the server.</summary>
internal sealed class LoopBench : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromSeconds(60));
    private readonly ClusterWatch _watch;
    private readonly Task[] _running;

    public LoopBench()
    {
        var nominated = new NominatedPods();
        var profile = Registry.Default(new Scene());
        Cache = new NodeCache(Time, TimeSpan.Zero);
        Queue = new SchedulingQueue(Time, new QueueOptions(), profile.PreEnqueues);
        var failures = new FailureReporter(Writer, Queue, nominated, Time, NullLogger.Instance);
        var binder = new Binder(Writer, Cache, Queue, failures, Time, NullLogger.Instance);
        var loop = new SchedulingLoop(
            Queue, Cache, profile, new Decider(profile, new Random(1), nominated), binder, failures, new LoopSurroundings(Time, NullLogger.Instance, null, Decisions));
        var answers = new DecisionAnswers("default-scheduler", Queue, Decisions, Writer, NullLogger.Instance);
        _watch = new ClusterWatch("default-scheduler", Cache, Queue, nominated, answers);
        _running = [loop.RunAsync(_stop.Token), failures.RunAsync(_stop.Token), answers.RunAsync(_stop.Token), .. Enumerable.Range(0, 4).Select(_ => binder.RunAsync(_stop.Token))];
    }

    public FakeTimeProvider Time { get; } = new();

    public DecisionLog Decisions { get; } = new();

    public FakePodWriter Writer { get; } = new();

    public NodeCache Cache { get; }

    public SchedulingQueue Queue { get; }

    public void AddNode(NodeBuilder node) => _watch.OnNode(new Change<Node>(ChangeType.Added, null, node.Build()));

    public void AddPod(PodBuilder pod) => _watch.OnPod(new Change<Pod>(ChangeType.Added, null, pod.Build()));

    public void DeletePod(PodBuilder pod) => _watch.OnPod(new Change<Pod>(ChangeType.Deleted, pod.Build(), null));

    /// <summary>The watch shows a pod on its node.</summary>
    public void Confirm(PodFacts pod, string node)
    {
        var bound = pod.Pod.Clone();
        bound.Spec!.NodeName = node;
        _watch.OnPod(new Change<Pod>(ChangeType.Updated, pod.Pod, bound));
    }

    /// <summary>Waits for what other threads bring about.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, _stop.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Queue.Dispose();
        _stop.Dispose();
    }
}
