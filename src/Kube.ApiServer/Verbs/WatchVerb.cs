using System.Buffers;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;
using Kube.Storage;
using Kube.Storage.Cache;

namespace Kube.ApiServer.Verbs;

/// <summary>
/// GET with <c>watch=true</c>: frames shared by every watcher, written as they come. Bookmarks follow the last delivered revision.
/// A watch that cannot begin where it is asked to says so in its first event.
/// </summary>
internal sealed class WatchVerb(Freshness freshness, TimeProvider clock, Random random, CancellationToken stopping)
{
    private static readonly TimeSpan s_bookmarkEvery = TimeSpan.FromMinutes(1);
    private const int MinimumTimeoutSeconds = 1800;

    /// <summary>Thirty days; timers cannot count much further.</summary>
    private const int MaximumTimeoutSeconds = 30 * 24 * 3600;

    /// <summary>Bytes of the initial state that are sent at a time.</summary>
    private const int FlushFrom = 64 * 1024;

    public async Task HandleAsync(ApiRequest request)
    {
        var form = AnswerForm.Choose(request.Http.Request.Headers.Accept) with { Yaml = false };
        var query = ListQuery.Read(request);
        var frames = new WatchFrames(request, form, clock);
        using var begins = CancellationTokenSource.CreateLinkedTokenSource(request.Cancel, stopping);
        var response = request.Http.Response;
        response.ContentType = form.Shape == AnswerShape.Object ? MediaType.Json + ";stream=watch" : MediaType.Json;
        response.Headers.CacheControl = "no-cache, private";
        CacheWatcher watcher;
        try
        {
            watcher = await BeginAsync(request, query, begins.Token);
        }
        catch (CompactedException error)
        {
            await response.BodyWriter.WriteAsync(WatchFrames.Error(Failure.Expired($"too old resource version: {query.ResourceVersion} ({error.CompactRevision})").Status), request.Cancel);
            return;
        }

        using (watcher)
        {
            using var ends = new CancellationTokenSource(TimeoutOf(query), clock);
            using var any = CancellationTokenSource.CreateLinkedTokenSource(ends.Token, begins.Token);
            await response.StartAsync(begins.Token);
            await response.BodyWriter.FlushAsync(begins.Token);
            var last = await WriteInitialAsync(request, query, watcher, frames);
            try
            {
                last = await FollowAsync(request, query, watcher, frames, last, any.Token);
            }
            catch (OperationCanceledException) when (!request.Cancel.IsCancellationRequested)
            {
                // The time the client gave is over, or the server stops.
            }

            if (query.Bookmarks)
            {
                await response.BodyWriter.WriteAsync(frames.Bookmark(Math.Max(last, frames.LastRevision)), request.Cancel);
            }
        }
    }

    /// <summary>None or 0: a time of the server's choosing, spread so that not all clients come back at once. A negative one is over at once.</summary>
    private TimeSpan TimeoutOf(ListQuery query) => query.TimeoutSeconds is not (null or 0) and var seconds
        ? TimeSpan.FromSeconds(Math.Clamp(seconds.Value, 0, MaximumTimeoutSeconds))
        : TimeSpan.FromSeconds(MinimumTimeoutSeconds + random.Next(MinimumTimeoutSeconds));

    /// <summary>
    /// With no resourceVersion, or 0, or sendInitialEvents, a watch begins with the present state; else after the revision given.
    /// Where the initial events are declined, no revision and 0 both mean: from now on.
    /// </summary>
    private async Task<CacheWatcher> BeginAsync(ApiRequest request, ListQuery query, CancellationToken cancel)
    {
        var cache = request.Store.Cache;
        if (query.ResourceVersion is null)
        {
            await freshness.WaitAsync(cache, null, cancel);
            return cache.Watch(query.Filter);
        }

        // A revision the store never had would be waited for in silence, for ever: the client is told instead.
        var revision = ResourceVersions.ParseForWatch(query.ResourceVersion, request.View.Info);
        await freshness.WaitForAsync(cache, revision, cancel);
        return BeginsWithState(query) || revision == 0 ? cache.Watch(query.Filter) : cache.Watch(revision, query.Filter);
    }

    private static bool BeginsWithState(ListQuery query) => query.SendInitialEvents ?? query.ResourceVersion is null or "0";

    private static async Task<long> WriteInitialAsync(ApiRequest request, ListQuery query, CacheWatcher watcher, WatchFrames frames)
    {
        if (!BeginsWithState(query))
        {
            return watcher.After;
        }

        var writer = request.Http.Response.BodyWriter;
        var unflushed = 0;
        foreach (var entry in watcher.Start.Select(query.Filter))
        {
            unflushed += frames.WriteAdded(writer, entry);
            if (unflushed >= FlushFrom)
            {
                await writer.FlushAsync(request.Cancel);
                unflushed = 0;
            }
        }

        if (query.SendInitialEvents == true && query.Bookmarks)
        {
            writer.Write(frames.Bookmark(watcher.Start.Revision, initialEventsEnd: true).Span);
        }

        await writer.FlushAsync(request.Cancel);
        return watcher.After;
    }

    private async Task<long> FollowAsync(ApiRequest request, ListQuery query, CacheWatcher watcher, WatchFrames frames, long last, CancellationToken cancel)
    {
        var writer = request.Http.Response.BodyWriter;
        var nextBookmark = clock.GetTimestamp();
        while (true)
        {
            var batch = await watcher.ReadAsync(s_bookmarkEvery, cancel);
            foreach (var change in batch.Events)
            {
                writer.Write(frames.Of(change).Span);
            }

            frames.LastRevision = last = Math.Max(last, batch.Revision);
            if (batch.Ended)
            {
                await writer.FlushAsync(request.Cancel);
                return last;
            }

            if (query.Bookmarks && clock.GetElapsedTime(nextBookmark) >= s_bookmarkEvery)
            {
                writer.Write(frames.Bookmark(last).Span);
                nextBookmark = clock.GetTimestamp();
            }

            await writer.FlushAsync(cancel);
        }
    }
}
