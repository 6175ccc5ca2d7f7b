using Kube.Api;
using Microsoft.Extensions.Logging;

namespace Kube.Client;

/// <summary>The informers of one process: one per kind and options, shared by everyone who asks.</summary>
public sealed class Informers : IAsyncDisposable
{
    /// <summary>No informers yet.</summary>
    public Informers(KubeClient client, ILoggerFactory? loggers = null, TimeProvider? time = null, Random? random = null)
    {
    }

    /// <summary>The informer of a kind, made at the first call. With options, always a new one, so keep it.</summary>
    public Informer<T> For<T>(InformerOptions<T>? options = null) where T : class, IResource<T> => throw new NotSupportedException();

    /// <summary>Starts every informer asked for so far that is not running yet. They run until <paramref name="ct"/> or disposal.</summary>
    public Task StartAsync(CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Waits until all started informers have synced.</summary>
    public Task WaitForSyncAsync(CancellationToken ct) => throw new NotSupportedException();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => throw new NotSupportedException();
}
