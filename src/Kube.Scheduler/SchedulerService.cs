using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Scheduler.Decisions;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;
using Kube.Scheduler.Scheduling;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Scheduler;

/// <summary>
/// A whole scheduler in one object, for the process of that name and for tests: watches nodes and pods, gives each waiting pod a node, binds it.
/// Runs once; for another run make another one. Only one may run per scheduler name and cluster: see leader election.
/// </summary>
public sealed partial class SchedulerService
{
    /// <summary>Finished pods take no room; leaving them out of the watch keeps memory in proportion to what runs.</summary>
    private const string UnfinishedPods = "status.phase!=Succeeded,status.phase!=Failed";

    private static readonly TimeSpan s_houseKeeping = TimeSpan.FromSeconds(1);
    private static readonly QueuePlace[] s_places = Enum.GetValues<QueuePlace>();

    private readonly KubeClient _client;
    private readonly SchedulerOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _logger;
    private readonly SchedulerMetrics? _metrics;
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A scheduler that does nothing until <see cref="RunAsync"/>.</summary>
    public SchedulerService(
        KubeClient client, SchedulerOptions options, TimeProvider time, Random random, ILoggerFactory? loggers = null, SchedulerMetrics? metrics = null)
    {
        _client = client;
        _options = options;
        _time = time;
        _random = random;
        _loggers = loggers ?? NullLoggerFactory.Instance;
        _logger = _loggers.CreateLogger("scheduler");
        _metrics = metrics;
    }

    /// <summary>Whether nodes and pods are known and decisions are being made.</summary>
    public bool IsReady => _synced.Task.IsCompletedSuccessfully;

    /// <summary>Completes when <see cref="IsReady"/> becomes true.</summary>
    public Task WaitUntilReadyAsync(CancellationToken ct) => _synced.Task.WaitAsync(ct);

    /// <summary>Schedules until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var informers = new Informers(_client, _loggers, _time, _random);
        var events = new EventRecorder(_client, _options.SchedulerName, null, _loggers, _time, _random);
        var writer = new ApiPodWriter(_client, events, _time, _options.SchedulerName);
        var facts = new InformerFacts(informers.For<Namespace>(), informers.For<Service>(), informers.For<ReplicaSet>());
        var nominated = new NominatedPods();
        var profile = Registry.Default(facts);
        var cache = new NodeCache(_time, _options.AssumedPodLifetime);
        using var queue = new SchedulingQueue(_time, QueueOptions(), profile.PreEnqueues);
        var failures = new FailureReporter(writer, queue, nominated, _time, _logger);
        var binder = new Binder(writer, cache, queue, failures, _time, _logger);
        var decisions = new DecisionLog();
        var decider = new Decider(profile, _random, nominated);
        var loop = new SchedulingLoop(queue, cache, profile, decider, binder, failures, new LoopSurroundings(_time, _logger, _metrics, decisions));
        var answers = new DecisionAnswers(_options.SchedulerName, queue, decisions, writer, _logger);

        Watch(informers, new ClusterWatch(_options.SchedulerName, cache, queue, nominated, answers));
        await informers.StartAsync(ct);
        await informers.WaitForSyncAsync(ct);
        LogReady(_logger, _options.SchedulerName);
        _synced.TrySetResult();
        await RunAllAsync(
        [
            token => events.RunAsync(token),
            loop.RunAsync,
            answers.RunAsync,
            token => KeepHouseAsync(cache, queue, token),
            .. Enumerable.Repeat<Func<CancellationToken, Task>>(binder.RunAsync, Math.Max(1, _options.BindConcurrency)),
            .. Enumerable.Repeat<Func<CancellationToken, Task>>(failures.RunAsync, Math.Max(1, _options.BindConcurrency / 4)),
        ], ct);
    }

    private static void Watch(Informers informers, ClusterWatch watch)
    {
        informers.For<Node>().AddHandler(watch.OnNode);
        informers.For(new InformerOptions<Pod> { FieldSelector = UnfinishedPods }).AddHandler(watch.OnPod);
        informers.For<Namespace>().AddHandler(watch.OnNamespace);
    }

    /// <summary>Runs everything until cancelled; when one part breaks, the others are stopped and the break is reported.</summary>
    private static async Task RunAllAsync(IEnumerable<Func<CancellationToken, Task>> parts, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var running = parts.Select(part => part(stop.Token)).ToArray();
        var first = await Task.WhenAny(running);
        await stop.CancelAsync();
        try
        {
            await Task.WhenAll(running);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return;
        }

        await first;
    }

    private async Task KeepHouseAsync(NodeCache cache, SchedulingQueue queue, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(s_houseKeeping, _time);
        while (await timer.WaitForNextTickAsync(ct))
        {
            foreach (var uid in cache.ExpireAssumed())
            {
                LogUnconfirmed(_logger, uid);
                if (queue.Find(uid) is { } pod)
                {
                    queue.ReturnFailed(pod);
                }
            }

            foreach (var place in s_places)
            {
                _metrics?.SetPending(place.ToString().ToLowerInvariant(), queue.Count(place));
            }
        }
    }

    private QueueOptions QueueOptions() => new() { InitialBackOff = _options.PodInitialBackOff, MaxBackOff = _options.PodMaxBackOff };
}
