using System.Text.Json;
using Kube.Api;
using Microsoft.Extensions.Logging;

namespace Kube.Client;

/// <summary>
/// Follows a collection: lists it in pages, then watches from the list's revision. A broken watch resumes after the last event or bookmark seen;
/// only where that revision is gone (410) is the collection listed again, and what was known stays known until the new list has fully arrived.
/// </summary>
internal sealed class Reflector<T>(KubeClient client, InformerOptions<T> options, IReflectorTarget<T> target, TimeProvider time, Random random, ILogger logger)
    where T : class, IResource<T>
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(3);

    /// <summary>A watch that ends earlier than this without an event counts as a failure, so that a server that hangs up is not asked again at once.</summary>
    private static readonly TimeSpan s_shortWatch = TimeSpan.FromSeconds(1);

    private readonly Backoff _backoff = new(s_firstPause, s_longestPause, random);
    private string? _revision;

    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (_revision is null)
                {
                    await ListAsync(ct);
                }

                await WatchAsync(ct);
                continue;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (ApiException e) when (e.IsGone)
            {
                logger.RevisionGone(T.Info.GroupResource, _revision);
                _revision = null;
            }
            catch (ApiException e)
            {
                logger.ServerRefused(T.Info.GroupResource, e.Code, e.Message);

                // A busy server (429, 503) still knows our revision; with any other answer the revision may be the reason.
                _revision = e.Code is 429 or 503 ? _revision : null;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException or OperationCanceledException)
            {
                logger.ConnectionBroke(T.Info.GroupResource, e.Message);
            }
            catch (JsonException e)
            {
                logger.UnreadableAnswer(T.Info.GroupResource, e);
                _revision = null;
            }

            await PauseAsync(ct);
        }
    }

    private async Task ListAsync(CancellationToken ct)
    {
        var items = new Dictionary<ObjectKey, T>();
        var query = new ListQuery { LabelSelector = options.LabelSelector, FieldSelector = options.FieldSelector, Limit = options.PageSize };
        while (true)
        {
            var page = await client.ListAsync<T>(options.Namespace, query, ct);
            foreach (var item in page.Items!)
            {
                items[ObjectKey.Of(item)] = item;
            }

            if (string.IsNullOrEmpty(page.Metadata?.Continue))
            {
                target.Replace(items);
                _revision = page.Metadata?.ResourceVersion ?? "0";
                return;
            }

            query = query with { Continue = page.Metadata.Continue };
        }
    }

    private async Task WatchAsync(CancellationToken ct)
    {
        var began = time.GetTimestamp();
        var events = 0L;
        var query = new ListQuery
        {
            LabelSelector = options.LabelSelector,
            FieldSelector = options.FieldSelector,
            ResourceVersion = _revision,

            // Between 5 and 10 minutes, so that the watches of a restarted server do not all end together.
            Timeout = TimeSpan.FromSeconds(300 + random.Next(300)),
        };
        try
        {
            await foreach (var change in client.WatchAsync<T>(options.Namespace, query, ct))
            {
                if (change.Type != WatchEventType.Bookmark)
                {
                    target.Apply(change);
                }

                _revision = change.Object.Metadata?.ResourceVersion ?? _revision;
                events++;
            }
        }
        finally
        {
            if (events > 0 || time.GetElapsedTime(began) > s_longestPause)
            {
                _backoff.Reset();
            }
        }

        if (events == 0 && time.GetElapsedTime(began) < s_shortWatch)
        {
            throw new IOException("the server ended the watch at once");
        }
    }

    private async Task PauseAsync(CancellationToken ct)
    {
        try
        {
            await Task.Delay(_backoff.Next(), time, ct);
        }
        catch (OperationCanceledException)
        {
            // The loop ends by itself.
        }
    }
}
