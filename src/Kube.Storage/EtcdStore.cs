using System.Runtime.CompilerServices;
using Etcdserverpb;
using Google.Protobuf;
using Kube.Etcd;
using Kube.Storage.Etcd;
using Kube.Storage.Trees;

namespace Kube.Storage;

/// <summary>The store of production: etcd 3.4 or newer, one member or many.</summary>
public sealed class EtcdStore : IStore
{
    private readonly EtcdClient _client;
    private readonly EtcdLeases _leases;
    private readonly EtcdProgress _progress;

    /// <summary>A store; connects when first used.</summary>
    public EtcdStore(EtcdStoreOptions options, TimeProvider clock)
        : this(
            new EtcdClientOptions
            {
                Endpoints = options.Endpoints,
                CertificateAuthorities = options.CertificateAuthorities,
                ClientCertificate = options.ClientCertificate,
            },
            clock)
    {
    }

    /// <summary>A store on a client with settings of its own.</summary>
    internal EtcdStore(EtcdClientOptions options, TimeProvider clock)
    {
        _client = new EtcdClient(options, clock);
        _leases = new EtcdLeases(_client, clock);
        _progress = new EtcdProgress(_client);
    }

    /// <inheritdoc />
    public async Task<StoreEntry?> GetAsync(string key, CancellationToken cancel)
    {
        var response = await CallAsync(_client.GetAsync(new RangeRequest { Key = EtcdKeys.Bytes(key) }, cancel));
        return response.Kvs.Count == 0 ? null : EtcdKeys.Entry(response.Kvs[0]);
    }

    /// <inheritdoc />
    public async Task<StoreRange> RangeAsync(string prefix, string? startKey, int limit, long revision, CancellationToken cancel)
    {
        var request = new RangeRequest
        {
            Key = EtcdKeys.Bytes(KeyRange.Start(prefix, startKey)),
            RangeEnd = EtcdKeys.EndOfPrefix(prefix),
            Limit = limit,
            Revision = revision,
        };
        var response = await CallAsync(_client.GetAsync(request, cancel));
        return new StoreRange([.. response.Kvs.Select(EtcdKeys.Entry)], revision == 0 ? response.Header.Revision : revision, response.More, response.Count);
    }

    /// <inheritdoc />
    public async Task<long> CountAsync(string prefix, CancellationToken cancel)
    {
        var request = new RangeRequest { Key = EtcdKeys.Bytes(prefix), RangeEnd = EtcdKeys.EndOfPrefix(prefix), CountOnly = true };
        return (await CallAsync(_client.GetAsync(request, cancel))).Count;
    }

    /// <inheritdoc />
    public async Task<WriteResult> CreateAsync(string key, ReadOnlyMemory<byte> value, TimeSpan? timeToLive, CancellationToken cancel)
    {
        try
        {
            return await TryCreateAsync(key, value, timeToLive, cancel);
        }
        catch (StoreUnavailableException e) when (timeToLive is not null && e.InnerException is EtcdException { Code: EtcdCode.NotFound })
        {
            // The shared lease is gone, which refused the write: as when etcd was restored from a backup.
            _leases.Forget(timeToLive.Value);
            return await TryCreateAsync(key, value, timeToLive, cancel);
        }
    }

    /// <inheritdoc />
    public Task<WriteResult> UpdateAsync(string key, ReadOnlyMemory<byte> value, long expectedRevision, CancellationToken cancel)
    {
        var bytes = EtcdKeys.Bytes(key);
        var put = new PutRequest { Key = bytes, Value = EtcdKeys.Value(value), IgnoreLease = true };
        return GuardedAsync(bytes, EtcdKeys.ExistsAt(bytes, expectedRevision), new RequestOp { RequestPut = put }, cancel);
    }

    /// <inheritdoc />
    public Task<WriteResult> DeleteAsync(string key, long expectedRevision, CancellationToken cancel)
    {
        var bytes = EtcdKeys.Bytes(key);
        var delete = new DeleteRangeRequest { Key = bytes };
        return GuardedAsync(bytes, EtcdKeys.ExistsAt(bytes, expectedRevision), new RequestOp { RequestDeleteRange = delete }, cancel);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StoreEvents> WatchAsync(string prefix, long afterRevision, [EnumeratorCancellation] CancellationToken cancel)
    {
        var request = new WatchCreateRequest
        {
            Key = EtcdKeys.Bytes(prefix),
            RangeEnd = EtcdKeys.EndOfPrefix(prefix),
            StartRevision = afterRevision + 1,
        };
        _progress.Add(prefix);
        try
        {
            await using var watch = _client.WatchRangeAsync(request, cancel).GetAsyncEnumerator(cancel);
            while (await CallAsync(watch.MoveNextAsync().AsTask()))
            {
                var events = watch.Current.Events.Select(EtcdKeys.Event).Where(e => !EtcdProgress.IsMarker(e.Key, prefix));
                yield return new StoreEvents([.. events], watch.Current.Revision);
            }
        }
        finally
        {
            _progress.Remove(prefix);
        }
    }

    /// <inheritdoc />
    public async Task CompactAsync(long revision, CancellationToken cancel)
    {
        try
        {
            await CallAsync(_client.CompactAsync(new CompactionRequest { Revision = revision }, cancel));
        }
        catch (CompactedException)
        {
            // Somebody else was there before.
        }
    }

    /// <inheritdoc />
    public Task RequestProgressAsync(CancellationToken cancel) => CallAsync(RequestAsync(cancel));

    /// <summary>Costs etcd one question to its leader and the look-up of a key that does not exist.</summary>
    public async Task<long> CurrentRevisionAsync(CancellationToken cancel)
    {
        var request = new RangeRequest { Key = EtcdKeys.Bytes("\0"), CountOnly = true };
        return (await CallAsync(_client.GetAsync(request, cancel))).Header.Revision;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<WriteResult> TryCreateAsync(string key, ReadOnlyMemory<byte> value, TimeSpan? timeToLive, CancellationToken cancel)
    {
        var bytes = EtcdKeys.Bytes(key);
        var put = new PutRequest { Key = bytes, Value = EtcdKeys.Value(value) };
        if (timeToLive is { } time)
        {
            put.Lease = await CallAsync(_leases.LeaseForAsync(time, cancel));
        }

        return await GuardedAsync(bytes, [EtcdKeys.ModifiedAt(bytes, 0)], new RequestOp { RequestPut = put }, cancel);
    }

    private async Task<WriteResult> GuardedAsync(ByteString key, Compare[] guards, RequestOp write, CancellationToken cancel)
    {
        var request = new TxnRequest { Compare = { guards }, Success = { write }, Failure = { EtcdKeys.Read(key) } };
        var response = await CallAsync(_client.TransactionAsync(request, cancel));
        var found = response.Succeeded ? [] : response.Responses[0].ResponseRange.Kvs;
        return new WriteResult(response.Succeeded, response.Header.Revision, found.Count == 0 ? null : EtcdKeys.Entry(found[0]));
    }

    private async Task<bool> RequestAsync(CancellationToken cancel)
    {
        await _progress.RequestAsync(cancel);
        return true;
    }

    private static Task<T> CallAsync<T>(Task<T> call) => EtcdFailure.TranslateAsync(call);
}
