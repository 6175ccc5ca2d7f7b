using System.Net;
using System.Security.Cryptography.X509Certificates;
using Kube.ApiServer.OpenApi;
using Kube.ApiServer.Startup;
using Kube.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Kube.ApiServer;

/// <summary>
/// A running API server: Kestrel in front, the cache behind it, the store behind that. Several may serve one store.
/// Dispose stops it: watches are ended, requests in flight get a moment to finish. The store stays open; it belongs to who opened it.
/// </summary>
public sealed partial class ApiServer : IAsyncDisposable
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _stopped = new();
    private readonly ApiServerOptions _options;
    private readonly IStore _store;
    private readonly ILogger<ApiServer> _logger;
    private readonly Composition _parts;
    private readonly WebApplication _web;
    private readonly List<Task> _background = [];
    private KubernetesService? _service;
    private bool _ready;

    private ApiServer(ApiServerOptions options, IStore store)
    {
        (_options, _store) = (options, store);
        _logger = options.Loggers.CreateLogger<ApiServer>();
        Certificate = options.Certificate ?? SelfSigned.Create(options.Clock);
        _parts = new Composition(options, store, _stopping.Token);
        _web = HttpsServer.Build(options, Certificate, _parts.Handler.HandleAsync);
        SwaggerRoutes.Add(_parts.Paths, _web);
        options.Health.AddReady("cache", () => _ready ? null : "the store has not been read yet");
    }

    /// <summary>The port listened on.</summary>
    public int Port { get; private set; }

    /// <summary>Where clients on this machine reach the server.</summary>
    public Uri Address => new($"https://{(_options.BindAddress.Equals(IPAddress.Any) ? IPAddress.Loopback : _options.BindAddress)}:{Port}");

    /// <summary>The certificate shown to clients.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Starts a server; it is listening and ready when this returns. While the store is away it waits.</summary>
    public static async Task<ApiServer> StartAsync(ApiServerOptions options, IStore store, CancellationToken cancel = default)
    {
        var server = new ApiServer(options, store);
        try
        {
            await server.StartAsync(cancel);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        using var grace = new CancellationTokenSource(s_grace, _options.Clock);
        await LeaveAsync(grace.Token);
        await _web.StopAsync(grace.Token);
        await _stopped.CancelAsync();
        await Task.WhenAll(_background);
        await _web.DisposeAsync();
        await _parts.DisposeAsync();
        _stopping.Dispose();
        _stopped.Dispose();
    }

    private async Task StartAsync(CancellationToken cancel)
    {
        await _web.StartAsync(cancel);
        Port = HttpsServer.PortOf(_web);
        _background.Add(FollowAsync("cache", _parts.Cache.RunAsync));
        await _parts.Cache.WaitForSyncAsync(cancel);
        var service = new KubernetesService(
            _parts.Registry,
            new ServerAddresses(_store, _options.AdvertiseAddress.ToString(), _options.Clock),
            _options,
            Port,
            _options.Loggers.CreateLogger<KubernetesService>());
        await BootstrapAsync(service, cancel);
        _service = service;
        _background.Add(FollowAsync("custom kinds", _parts.Definitions.RunAsync));
        await _parts.Definitions.WaitForAllAsync(cancel);
        _background.Add(FollowAsync("allocation repair", _parts.Repair.RunAsync));
        _background.Add(FollowAsync("kubernetes service", service.RunAsync));
        _background.Add(FollowAsync("API services", _parts.ApiServices.RunAsync));
        if (_options.CompactionInterval > TimeSpan.Zero)
        {
            _background.Add(FollowAsync("compaction", new Compactor(_store, _options.CompactionInterval, _options.Clock, _options.Loggers.CreateLogger<Compactor>()).RunAsync));
        }

        _ready = true;
        LogReady(Address);
    }

    private async Task BootstrapAsync(KubernetesService service, CancellationToken cancel)
    {
        var bootstrap = new Bootstrap(_parts.Registry, _options.ServiceClusterIPRange, _options.Clock);
        var clusterInfo = new ClusterInfo(_parts.Registry, _options.ClientAuthorities, $"https://{_options.AdvertiseAddress}:{Port}");
        while (true)
        {
            try
            {
                await bootstrap.RunAsync(cancel);
                await clusterInfo.PublishAsync(cancel);
                await _parts.Repair.RepairAsync(cancel);
                await service.PublishAsync(cancel);
                await _parts.ApiServices.SyncAsync(cancel);
                return;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogRetry("bootstrap", error.Message);
                await Task.Delay(s_retry, _options.Clock, cancel);
            }
        }
    }

    /// <summary>Others need not wait to find out that this server is gone; when the store cannot be told they will find out by themselves.</summary>
    private async Task LeaveAsync(CancellationToken cancel)
    {
        try
        {
            await (_service?.LeaveAsync(cancel) ?? Task.CompletedTask);
        }
        catch (Exception error)
        {
            LogLeaving(error.Message);
        }
    }

    private async Task FollowAsync(string what, Func<CancellationToken, Task> run)
    {
        try
        {
            await run(_stopped.Token);
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            // Asked to end.
        }
        catch (Exception error)
        {
            LogEnded(error, what);
        }
    }
}
