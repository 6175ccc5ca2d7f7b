using Kube.Api.Meta.V1;
using Kube.ApiServer.Authentication;
using Kube.ApiServer.Authorization;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Startup;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kube.ApiServer.Routing;

/// <summary>
/// The way of every request: who is it, may they, is there room, which handler. Whatever goes wrong on the way is answered with a Status.
/// </summary>
internal sealed partial class RequestHandler(ServedLookup lookup, ResourceVerbs verbs, PathRoutes paths, Gate gate, TimeProvider clock, ILogger<RequestHandler> logger)
{
    public async Task HandleAsync(HttpContext http)
    {
        var info = RequestParser.Parse(http.Request.Method, http.Request.Path.Value ?? "/", name => http.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null);
        using var cancel = new CancellationTokenSource(RequestTimeout.Of(http, info), clock);
        await using var aborted = http.RequestAborted.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), cancel);
        var started = clock.GetTimestamp();
        try
        {
            RequestTimeout.Check(http, info);
            await ServeAsync(http, info, cancel.Token);
        }
        catch (Exception error)
        {
            await FailAsync(http, info, error, cancel.IsCancellationRequested);
        }
        finally
        {
            gate.Observe(info, http.Response.StatusCode, clock.GetElapsedTime(started));
        }
    }

    private async Task ServeAsync(HttpContext http, RequestInfo info, CancellationToken cancel)
    {
        if (info.Plural is null && (info.Path.StartsWith("/apis", StringComparison.Ordinal) || info.Path.StartsWith("/openapi", StringComparison.Ordinal)))
        {
            await lookup.CatchUpAsync(cancel);
        }

        var path = info.Plural is null ? paths.Find(info.Path) : null;
        var isPublic = path is { IsPublic: true } || ClusterInfo.IsAskedForBy(info);
        var user = isPublic ? UserInfo.Anonymous : await gate.AuthenticateAsync(http);
        if (!isPublic)
        {
            await gate.AuthorizeAsync(AccessRequest.Of(user, info, http.Request.Query["fieldSelector"]), cancel);
        }

        using var place = gate.Enter(info);
        if (path is not null)
        {
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            {
                throw Failure.MethodNotAllowed();
            }

            await path.HandleAsync(http, cancel);
            return;
        }

        await verbs.HandleAsync(new ApiRequest(http, info, await lookup.FindAsync(info, cancel), user, cancel));
    }

    private async Task FailAsync(HttpContext http, RequestInfo info, Exception error, bool timedOut)
    {
        if (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        var failure = error as ApiError
            ?? (error is OperationCanceledException && timedOut ? Failure.TimedOut("request did not complete within the allotted timeout") : StoreFailure.From(error))
            ?? (error is OperationCanceledException ? Failure.Unavailable("the server is shutting down") : null); // Neither late nor given up: we stop.
        if (failure is null)
        {
            LogUnexpected(error, info.Verb, info.Path);
            failure = Failure.Internal("the server could not handle the request; its log says more");
        }
        else if (failure.Code >= 500)
        {
            LogFailed(info.Verb, info.Path, failure.Message);
        }

        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Headers.Remove("Content-Length");
        await Answer.WriteStatusAsync(http, failure.Status, http.RequestAborted);
    }
}
