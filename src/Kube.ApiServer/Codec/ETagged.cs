using System.Security.Cryptography;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;
using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Codec;

/// <summary>Documents that do not change while the server runs: made once, and sent again only to clients that do not have them.</summary>
internal static class ETagged
{
    public static PathRoute Route(Lazy<byte[]> document) => new((http, cancel) => WriteAsync(http, document.Value, MediaType.Json, cancel));

    public static async Task WriteAsync(HttpContext http, byte[] bytes, string contentType, CancellationToken cancel)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            throw Failure.MethodNotAllowed();
        }

        var tag = $"\"{Convert.ToHexString(SHA256.HashData(bytes))}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.Vary = "Accept";
        if (http.Request.Headers.IfNoneMatch.Contains(tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await Answer.WriteBytesAsync(http, bytes, contentType, cancel);
    }
}
