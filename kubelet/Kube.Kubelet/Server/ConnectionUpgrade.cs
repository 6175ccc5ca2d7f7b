using Kube.Client.Streaming;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Kube.Kubelet.Server;

/// <summary>Changes the protocol of a request's connection, or says why not.</summary>
internal static class ConnectionUpgrade
{
    public static UpgradeOffer OfferOf(HttpRequest request) => new(
        request.Headers.Upgrade,
        request.Headers.SecWebSocketKey,
        request.Headers.SecWebSocketProtocol,
        request.Headers[StreamProtocols.VersionHeader]);

    /// <summary>The protocol both ends speak; null after a refusal was sent.</summary>
    public static async Task<string?> NegotiateAsync(HttpContext http, UpgradeOffer offer, IReadOnlyList<string> spdy, IReadOnlyList<string> sockets, string? whenNone)
    {
        if (http.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true } || !(offer.IsSpdy || offer.IsWebSocket))
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "unable to upgrade: the request must ask for websocket or SPDY/3.1 with the Upgrade header");
            return null;
        }

        var supported = offer.IsSpdy ? spdy : sockets;
        if (offer.Choose(supported, whenNone) is { } protocol)
        {
            return protocol;
        }

        await RefuseAsync(
            http,
            StatusCodes.Status403Forbidden,
            $"unable to upgrade: unable to negotiate protocol: client supports [{string.Join(' ', offer.Offered)}], server accepts [{string.Join(' ', supported)}]");
        return null;
    }

    /// <summary>Answers 101; what follows on the connection is the stream.</summary>
    public static Task<Stream> AcceptAsync(HttpContext http, UpgradeOffer offer, string protocol)
    {
        foreach (var (name, value) in offer.Answer(protocol))
        {
            http.Response.Headers[name] = value;
        }

        return http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
    }

    public static Task RefuseAsync(HttpContext http, int code, string message)
    {
        http.Response.StatusCode = code;
        http.Response.ContentType = "text/plain";
        return http.Response.WriteAsync(message);
    }
}
