using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Client;
using Microsoft.Extensions.Logging;

namespace Kube.Controllers.Runtime;

/// <summary>
/// Lists one kind and watches it from there, telling a sink. It keeps no objects, only their uids, so that after a new list it can tell
/// what has gone in between. What it knows is replaced only when a whole new list has arrived.
/// </summary>
internal sealed partial class MetadataReflector(ResourceInfo kind, MetadataClient client, IMetadataSink sink, TimeProvider time, Random random, ILogger logger)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HashSet<string> _known = [];
    private string? _revision;
    private TimeSpan _pause = s_firstPause;

    /// <summary>The kind.</summary>
    public ResourceInfo Kind => kind;

    /// <summary>Completes when the first list has been told.</summary>
    public Task Synced => _synced.Task;

    /// <summary>Lists and watches until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await ListAndWatchAsync(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (ApiException expired) when (expired.IsGone)
            {
                _revision = null;
            }
            catch (Exception error)
            {
                LogRetry(kind.GroupResource, error.Message);
                await PauseAsync(ct);
            }
        }
    }

    private async Task ListAndWatchAsync(CancellationToken ct)
    {
        if (_revision is null)
        {
            var (items, revision) = await client.ListAsync(kind, null, ct);
            Replace(items);
            _revision = revision;
            _synced.TrySetResult();
        }

        await foreach (var (type, value) in client.WatchAsync(kind, _revision, ct))
        {
            Apply(type, value);
            _revision = value.Metadata?.ResourceVersion ?? _revision;
            _pause = s_firstPause;
        }
    }

    private void Replace(List<PartialObjectMetadata> items)
    {
        var before = _known;
        _known = items.Select(item => item.Uid()).ToHashSet(StringComparer.Ordinal);
        items.ForEach(item => sink.Observed(kind, item));
        foreach (var uid in before.Where(uid => !_known.Contains(uid)))
        {
            sink.Gone(uid);
        }
    }

    private void Apply(string type, PartialObjectMetadata value)
    {
        switch (type)
        {
            case "DELETED":
                _known.Remove(value.Uid());
                sink.Gone(value.Uid());
                break;
            case "ADDED" or "MODIFIED":
                _known.Add(value.Uid());
                sink.Observed(kind, value);
                break;
            default:
                // A bookmark: only its revision matters.
                break;
        }
    }

    private async Task PauseAsync(CancellationToken ct)
    {
        try
        {
            await Task.Delay(_pause * (0.75 + (random.NextDouble() / 2)), time, ct);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        _pause = TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, s_longestPause.Ticks));
    }

    [LoggerMessage(1, LogLevel.Debug, "{Kind}: listing and watching again: {Reason}")]
    private partial void LogRetry(string kind, string reason);
}
