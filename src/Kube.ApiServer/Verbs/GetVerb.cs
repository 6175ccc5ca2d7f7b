using Kube.Api;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Verbs;

/// <summary>GET of one object: the cache's bytes, as fresh as the store unless <c>resourceVersion</c> says less will do.</summary>
internal sealed class GetVerb(ObjectAnswer answer, Freshness freshness)
{
    public async Task HandleAsync(ApiRequest request)
    {
        if (request.Served.Computed is { } computed)
        {
            var objects = await computed.ReadAsync(request);
            await answer.WriteAsync(request, ApiJson.Serialize<object>(objects.FirstOrDefault(o => o.Metadata?.Name == request.Name) ?? throw Failure.NotFound(request.View.Info, request.Name)));
            return;
        }

        var cache = request.Store.Cache;
        await freshness.WaitAsync(cache, request.Query("resourceVersion"), request.Cancel);
        var entry = cache.Get(request.Store.Key(request.Namespace, request.Name)) ?? throw Failure.NotFound(request.View.Info, request.Name);
        await answer.WriteAsync(request, entry.Utf8);
    }
}
