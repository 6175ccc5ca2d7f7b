using Kube.Client;
using Kube.Controllers.Runtime;
using Kube.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Controllers;

/// <summary>All controllers in one place, sharing one connection and one cache per kind. Runs in a process of its own or inside a test.</summary>
public sealed partial class ControllerManager
{
    private readonly KubeClient _client;
    private readonly ControllerManagerOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _logger;
    private readonly ControllerMetrics _metrics;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// Controllers that do nothing until <see cref="RunAsync"/>. <paramref name="random"/> must be safe for concurrent use.
    /// Throws <see cref="ArgumentException"/> for a name in <see cref="ControllerManagerOptions.Controllers"/> that no controller has.
    /// </summary>
    public ControllerManager(
        KubeClient client, ControllerManagerOptions options, TimeProvider time, Random random, ILoggerFactory? loggers = null, Metrics? metrics = null)
    {
        ControllerCatalog.Check(options);
        _client = client;
        _options = options;
        _time = time;
        _random = random;
        _loggers = loggers ?? NullLoggerFactory.Instance;
        _logger = _loggers.CreateLogger("controller-manager");
        _metrics = new ControllerMetrics(metrics ?? new Metrics());
    }

    /// <summary>Completes when the controllers have filled their caches for the first time and work.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Works until cancelled. May be called again after it has ended, not twice at a time.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var events = new EventRecorder(_client, "kube-controller-manager", null, _loggers, _time, _random);
        await using var informers = new Informers(_client, _loggers, _time, _random);
        var context = new ControllerContext(_client, new Caches(informers), events, _time, _random, _loggers, _metrics);
        var controllers = ControllerCatalog.Create(context, _options);
        foreach (var controller in controllers)
        {
            controller.Connect();
        }

        await informers.StartAsync(ct);
        await informers.WaitForSyncAsync(ct);
        LogStarted(string.Join(", ", controllers.Select(controller => controller.Name)));
        _ready.TrySetResult();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAll([events.RunAsync(stop.Token), .. controllers.Select(controller => RunAsync(controller, stop))]);
    }

    /// <summary>A controller that ends by itself takes the others with it: half a set of controllers is worse than a restart.</summary>
    private static async Task RunAsync(IController controller, CancellationTokenSource stop)
    {
        try
        {
            await controller.RunAsync(stop.Token);
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Controllers are working: {Names}")]
    private partial void LogStarted(string names);
}
