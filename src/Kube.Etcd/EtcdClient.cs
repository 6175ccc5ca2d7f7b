using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Etcdserverpb;
using Google.Protobuf;
using Kube.Etcd.Grpc;
using Kube.Etcd.Watching;

namespace Kube.Etcd;

/// <summary>
/// An etcd v3 client: the calls the store needs, named as in dotnet-etcd where that has them, over HTTP/2. Reads and watches go on at another
/// member when one fails; a write goes to another only when it certainly never arrived, and fails otherwise, because it may have happened.
/// Failures are <see cref="EtcdException"/>s. May be used from any thread.
/// </summary>
public sealed class EtcdClient : IDisposable
{
    private static readonly GrpcMethod<RangeResponse> s_range = new("/etcdserverpb.KV/Range", RangeResponse.Parser, IsRead: true);
    private static readonly GrpcMethod<PutResponse> s_put = new("/etcdserverpb.KV/Put", PutResponse.Parser, IsRead: false);
    private static readonly GrpcMethod<DeleteRangeResponse> s_delete = new("/etcdserverpb.KV/DeleteRange", DeleteRangeResponse.Parser, IsRead: false);
    private static readonly GrpcMethod<TxnResponse> s_txn = new("/etcdserverpb.KV/Txn", TxnResponse.Parser, IsRead: false);
    private static readonly GrpcMethod<CompactionResponse> s_compact = new("/etcdserverpb.KV/Compact", CompactionResponse.Parser, IsRead: false);
    private static readonly GrpcMethod<LeaseGrantResponse> s_grant = new("/etcdserverpb.Lease/LeaseGrant", LeaseGrantResponse.Parser, IsRead: false);
    private static readonly GrpcMethod<LeaseRevokeResponse> s_revoke = new("/etcdserverpb.Lease/LeaseRevoke", LeaseRevokeResponse.Parser, IsRead: false);
    private static readonly GrpcMethod<LeaseKeepAliveResponse> s_keepAlive = new("/etcdserverpb.Lease/LeaseKeepAlive", LeaseKeepAliveResponse.Parser, IsRead: true);
    private static readonly GrpcMethod<StatusResponse> s_status = new("/etcdserverpb.Maintenance/Status", StatusResponse.Parser, IsRead: true);

    private readonly EtcdClientOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpMessageInvoker _http;
    private readonly GrpcCaller _caller;
    private readonly EndpointRing _endpoints;
    private readonly WatchMultiplexer _watches;

    /// <summary>A client; connects when first used.</summary>
    public EtcdClient(EtcdClientOptions options, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfZero(options.Endpoints.Count);
        (_options, _clock) = (options, clock);
        _http = EtcdConnection.Open(options);
        _caller = new GrpcCaller(_http, clock);
        _endpoints = new EndpointRing(options.Endpoints);
        _watches = new WatchMultiplexer(_caller, _endpoints, options, clock);
    }

    /// <summary>Reads keys.</summary>
    public Task<RangeResponse> GetAsync(RangeRequest request, CancellationToken cancel) => CallAsync(s_range, request, cancel);

    /// <summary>Writes a key.</summary>
    public Task<PutResponse> PutAsync(PutRequest request, CancellationToken cancel) => CallAsync(s_put, request, cancel);

    /// <summary>Deletes keys.</summary>
    public Task<DeleteRangeResponse> DeleteAsync(DeleteRangeRequest request, CancellationToken cancel) => CallAsync(s_delete, request, cancel);

    /// <summary>Compares, and does one of two lists of requests.</summary>
    public Task<TxnResponse> TransactionAsync(TxnRequest request, CancellationToken cancel) => CallAsync(s_txn, request, cancel);

    /// <summary>Forgets history. Throws <see cref="EtcdCompactedException"/> when that is forgotten already.</summary>
    public Task<CompactionResponse> CompactAsync(CompactionRequest request, CancellationToken cancel) => CallAsync(s_compact, request, cancel);

    /// <summary>Makes a lease.</summary>
    public Task<LeaseGrantResponse> LeaseGrantAsync(LeaseGrantRequest request, CancellationToken cancel) => CallAsync(s_grant, request, cancel);

    /// <summary>Ends a lease, and deletes its keys.</summary>
    public Task<LeaseRevokeResponse> LeaseRevokeAsync(LeaseRevokeRequest request, CancellationToken cancel) => CallAsync(s_revoke, request, cancel);

    /// <summary>Starts a lease's time anew, once; a TTL of 0 in the answer says that the lease is gone.</summary>
    public Task<LeaseKeepAliveResponse> LeaseKeepAliveAsync(LeaseKeepAliveRequest request, CancellationToken cancel) => CallAsync(s_keepAlive, request, cancel);

    /// <summary>What the member in use says of itself.</summary>
    public Task<StatusResponse> StatusAsync(StatusRequest request, CancellationToken cancel) => CallAsync(s_status, request, cancel);

    /// <summary>
    /// Changes to keys as <paramref name="request"/> names them, each once and in order, across breaks of the connection and changes of member.
    /// Throws <see cref="EtcdCompactedException"/> when the changes next in order are compacted, and <see cref="EtcdException"/> when the
    /// consumer does not keep up; never ends by itself.
    /// </summary>
    public async IAsyncEnumerable<EtcdWatchEvents> WatchRangeAsync(WatchCreateRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var watch = new EtcdWatch(request, _options);
        _watches.Add(watch);
        try
        {
            await watch.Created.WaitAsync(cancel);
            await foreach (var events in watch.ReadAllAsync(cancel))
            {
                yield return events;
            }
        }
        finally
        {
            _watches.Remove(watch);
        }
    }

    /// <summary>
    /// Asks for a progress mark on every watch. Members before 3.4.31 and 3.5.13 may send it ahead of events that are older.
    /// </summary>
    public void RequestProgress() => _watches.RequestProgress();

    /// <summary>Ends all watches and connections.</summary>
    public void Dispose()
    {
        _watches.Dispose();
        _http.Dispose();
    }

    private async Task<TResponse> CallAsync<TResponse>(GrpcMethod<TResponse> method, IMessage request, CancellationToken cancel)
        where TResponse : class, IMessage<TResponse>
    {
        var started = _clock.GetTimestamp();
        EtcdException? reason = null;
        for (var attempt = 1; ; attempt++)
        {
            var endpoint = _endpoints.Current;
            var left = _options.CallTimeout - _clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero && reason is not null)
            {
                ExceptionDispatchInfo.Throw(reason); // The pause before this attempt took longer than it was to.
            }

            try
            {
                return await _caller.UnaryAsync(endpoint, method, request, AttemptTimeout(method.IsRead, left), cancel);
            }
            catch (EtcdException e) when (e.IsTransient)
            {
                _endpoints.Failed(endpoint);
                reason = method.IsRead && e.Code == EtcdCode.DeadlineExceeded ? reason ?? e : e;
                left = _options.CallTimeout - _clock.GetElapsedTime(started);
                if (!(method.IsRead || e.NotSent) || left <= _options.RetryPause)
                {
                    // The end of the time allowed says less than why the attempts before it failed; a write that was cut may have happened, and says so.
                    ExceptionDispatchInfo.Throw(reason);
                }
            }

            if (attempt % _endpoints.Count == 0)
            {
                await Task.Delay(_options.RetryPause, _clock, cancel);
            }
        }
    }

    /// <summary>A read leaves time to ask another member.</summary>
    private TimeSpan AttemptTimeout(bool isRead, TimeSpan left) => isRead && _endpoints.Count > 1 && left > _options.CallTimeout / 2 ? _options.CallTimeout / 2 : left;
}
