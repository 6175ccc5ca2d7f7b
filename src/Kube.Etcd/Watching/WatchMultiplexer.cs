using Etcdserverpb;
using Kube.Etcd.Grpc;

namespace Kube.Etcd.Watching;

/// <summary>
/// All watches of a client on one stream. A watch is registered before it is sent, so no answer finds nobody. When the stream breaks, the next
/// one, to the next member, starts with all watches where they are. There is a stream only while there are watches.
/// </summary>
internal sealed class WatchMultiplexer(GrpcCaller caller, EndpointRing endpoints, EtcdClientOptions options, TimeProvider clock) : IDisposable
{
    private const int LongestPause = 16;

    private static readonly GrpcMethod<WatchResponse> s_method = new("/etcdserverpb.Watch/Watch", WatchResponse.Parser, IsRead: true);

    private readonly Lock _lock = new();
    private readonly Dictionary<long, EtcdWatch> _watches = [];
    private readonly CancellationTokenSource _disposed = new();
    private WatchStream? _stream;
    private long _lastId;
    private bool _running;

    public void Add(EtcdWatch watch)
    {
        WatchStream? stream;
        bool start;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed.IsCancellationRequested, this);
            watch.Id = ++_lastId;
            _watches.Add(watch.Id, watch);
            (stream, start) = (_stream, !_running);
            _running = true;
            stream?.Send(watch.CreateRequest());
        }

        if (start)
        {
            _ = RunAsync();
        }
    }

    public void Remove(EtcdWatch watch)
    {
        lock (_lock)
        {
            if (!_watches.Remove(watch.Id))
            {
                return;
            }

            if (_watches.Count == 0)
            {
                _stream?.Stop();
            }
            else
            {
                _stream?.Send(new WatchRequest { CancelRequest = new WatchCancelRequest { WatchId = watch.Id } });
            }
        }
    }

    /// <summary>Asks the member for its revision, in a progress mark to every watch.</summary>
    public void RequestProgress()
    {
        lock (_lock)
        {
            _stream?.Send(new WatchRequest { ProgressRequest = new WatchProgressRequest() });
        }
    }

    public void Dispose()
    {
        List<EtcdWatch> watches;
        lock (_lock)
        {
            watches = [.. _watches.Values];
            _watches.Clear();
        }

        _disposed.Cancel();
        foreach (var watch in watches)
        {
            watch.Fail(new EtcdException(EtcdCode.Cancelled, "the client was closed"));
        }
    }

    private async Task RunAsync()
    {
        var failures = 0;
        while (Goes())
        {
            var endpoint = endpoints.Current;
            await using var stream = new WatchStream(caller, endpoint, s_method, _disposed.Token);
            try
            {
                Connect(stream);
                while (true)
                {
                    Dispatch(await stream.ReadAsync());
                    failures = 0;
                }
            }
            catch (OperationCanceledException)
            {
                // The last watch is gone, or the client.
            }
            catch (EtcdException)
            {
                endpoints.Failed(endpoint);
                failures++;
            }
            finally
            {
                Disconnect();
            }

            await PauseAsync(failures);
        }
    }

    private bool Goes()
    {
        lock (_lock)
        {
            _running = _watches.Count > 0;
            return _running;
        }
    }

    private void Connect(WatchStream stream)
    {
        lock (_lock)
        {
            _stream = stream;
            foreach (var watch in _watches.Values)
            {
                stream.Send(watch.CreateRequest());
            }

            if (_watches.Count == 0)
            {
                stream.Stop();
            }
        }
    }

    private void Disconnect()
    {
        lock (_lock)
        {
            _stream = null;
        }
    }

    private void Dispatch(WatchResponse response)
    {
        foreach (var watch in Receivers(response.WatchId))
        {
            if (!watch.Accept(response))
            {
                Remove(watch);
            }
        }
    }

    private List<EtcdWatch> Receivers(long id)
    {
        // etcd answers a request for progress to all watches at once, under this id.
        const long all = -1;
        lock (_lock)
        {
            return id == all ? [.. _watches.Values] : _watches.TryGetValue(id, out var watch) ? [watch] : [];
        }
    }

    /// <summary>One pause after each round over all members, longer each time.</summary>
    private async Task PauseAsync(int failures)
    {
        if (failures > 0 && failures % endpoints.Count == 0)
        {
            var factor = Math.Min(LongestPause, 1 << Math.Min(failures / endpoints.Count - 1, LongestPause));
            await Task.Delay(options.RetryPause * factor, clock, _disposed.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
