using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Etcdserverpb;
using Google.Protobuf;
using Mvccpb;

namespace Kube.Etcd.Watching;

/// <summary>
/// One watch among many on a stream. It outlives the stream: each new one goes on after the last revision that came.
/// Filled by the stream's reader; a consumer that does not read fails this watch alone.
/// </summary>
internal sealed class EtcdWatch(WatchCreateRequest request, EtcdClientOptions options)
{
    private readonly Channel<EtcdWatchEvents> _queue = Channel.CreateBounded<EtcdWatchEvents>(
        new BoundedChannelOptions(options.WatchBuffer) { SingleReader = true, SingleWriter = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly TaskCompletionSource _created = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Event> _fragments = [];
    private long _next = request.StartRevision;
    private long _bufferedBytes;

    /// <summary>What the watch is called on its stream.</summary>
    public long Id { get; set; }

    /// <summary>Completes when a member has taken the watch; fails with it.</summary>
    public Task Created => _created.Task;

    /// <summary>What asks a member to go on where this watch is.</summary>
    public WatchRequest CreateRequest()
    {
        _fragments.Clear();
        var create = request.Clone();
        create.WatchId = Id;
        create.StartRevision = _next;
        create.Fragment = true;
        create.ProgressNotify = true;
        return new WatchRequest { CreateRequest = create };
    }

    /// <summary>Takes in a response; false when the watch has ended by it.</summary>
    public bool Accept(WatchResponse response)
    {
        if (response.Canceled)
        {
            Fail(response.CompactRevision != 0
                ? new EtcdCompactedException(response.CompactRevision)
                : new EtcdException(EtcdCode.Cancelled, $"etcd ended the watch: {response.CancelReason}"));
            return false;
        }

        if (response.Created)
        {
            _next = _next == 0 ? response.Header.Revision + 1 : _next;
            _created.TrySetResult();
            return true;
        }

        // A member may tell a change again that an earlier stream had told.
        _fragments.AddRange(response.Events.Where(e => e.Kv.ModRevision >= _next));
        if (response.Fragment)
        {
            return true;
        }

        // With events the header may be ahead of them; only without does it say how far the watch is.
        var revision = response.Events.Count > 0 ? response.Events[^1].Kv.ModRevision : response.Header.Revision;
        if (revision < _next)
        {
            return true;
        }

        _next = revision + 1;
        return Enqueue(new EtcdWatchEvents([.. _fragments], revision));
    }

    public void Fail(Exception failure)
    {
        _created.TrySetException(failure);
        _queue.Writer.TryComplete(failure);
    }

    /// <summary>What came, until the watch fails.</summary>
    public async IAsyncEnumerable<EtcdWatchEvents> ReadAllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var events in _queue.Reader.ReadAllAsync(cancel))
        {
            Interlocked.Add(ref _bufferedBytes, -Size(events));
            yield return events;
        }
    }

    private bool Enqueue(EtcdWatchEvents events)
    {
        _fragments.Clear();
        if (Interlocked.Add(ref _bufferedBytes, Size(events)) <= options.WatchBufferBytes && _queue.Writer.TryWrite(events))
        {
            return true;
        }

        Fail(new EtcdException(EtcdCode.ResourceExhausted, "the watch's consumer is too slow"));
        return false;
    }

    private static long Size(EtcdWatchEvents events)
    {
        long size = 0;
        foreach (var change in events.Events)
        {
            size += change.Kv.Value.Length + (change.PrevKv?.Value.Length ?? 0);
        }

        return size;
    }
}
