using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;
using Kube.ApiServer.Streaming;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Kube.ApiServer.Subresources;

/// <summary>
/// <c>proxy</c> of pods, services and nodes: any request, with what follows in its path, is passed on to what is behind the object. The name in
/// the path is <c>[scheme:]name[:port]</c>.
/// </summary>
internal sealed class ProxySubresource(HttpRelay relay, ProxiedBackends backends)
{
    public async Task HandleAsync(ApiRequest request)
    {
        var http = request.Http;
        var path = PathBelow(request);
        if (path.Length == 0 && !HttpRelay.IsUpgrade(http) && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            // Links relative to the page only work below a folder.
            http.Response.StatusCode = StatusCodes.Status301MovedPermanently;
            http.Response.Headers.Location = $"{http.Request.Path.ToUriComponent()}/{http.Request.QueryString}";
            return;
        }

        var target = ProxyTarget.Parse(request.Name) ?? throw Failure.BadRequest($"invalid {request.Info.Plural} request \"{request.Name}\"");
        var below = $"{(path.StartsWith('/') ? "" : "/")}{path}{http.Request.QueryString}";
        var backend = await backends.FindAsync(request, target, below);
        await (HttpRelay.IsUpgrade(http) ? relay.UpgradeAsync(http, backend, request.Cancel) : relay.SendAsync(http, backend, request.Cancel));
    }

    /// <summary>What follows the subresource in the path, as it was sent.</summary>
    private static string PathBelow(ApiRequest request)
    {
        var raw = request.Http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = raw.StartsWith('/') ? raw.Split('?', 2)[0] : request.Http.Request.Path.ToUriComponent();
        var segments = (request.Info.Group.Length == 0 ? 2 : 3) + (request.Info.Namespace is null ? 0 : 2) + 3;
        var at = 0;
        for (; segments > 0; segments--)
        {
            while (at < path.Length && path[at] == '/')
            {
                at++;
            }

            at = path.IndexOf('/', at) is >= 0 and var end ? end : path.Length;
        }

        return path[at..];
    }
}
