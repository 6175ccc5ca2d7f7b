using Kube.ApiServer.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Kube.ApiServer.Streaming;

/// <summary>
/// Passes requests on to a backend and its answers back, as they come. Where the client asks for another protocol and the backend grants it, the
/// two get a connection of bytes with each other, which lasts until one of them ends it or the server stops.
/// </summary>
/// <param name="stopping">Signalled when the server goes down.</param>
internal sealed class HttpRelay(CancellationToken stopping)
{
    private const int ChunkSize = 16 * 1024;

    /// <summary>True when the client asks for another protocol. It cannot over HTTP/2.</summary>
    public static bool IsUpgrade(HttpContext http) => http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true };

    /// <summary>Hands the connection over; refuses a request that does not ask for that.</summary>
    public async Task UpgradeAsync(HttpContext http, Backend backend, CancellationToken cancel)
    {
        if (!IsUpgrade(http))
        {
            throw Failure.BadRequest("Upgrade request required");
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel, stopping);
        using var request = NewRequest(http, backend);
        RelayedHeaders.CopyUpgrade(http.Request, request);
        await using var connection = await DialAsync(backend, request, ended.Token);
        RelayedHeaders.CopyAnswer(connection.Response, http.Response);
        if (!connection.IsSwitched)
        {
            await CopyBodyAsync(connection.Response, http, ended.Token);
            return;
        }

        http.Response.Headers.Upgrade = connection.Response.Headers.Upgrade.ToString();
        http.Response.Headers.Remove("Content-Length");
        await using var client = await http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
        await DuplexRelay.RunAsync(client, await connection.OpenAsync(ended.Token), connection.EndSendingAsync, ended.Token);
    }

    /// <summary>Passes an ordinary request on with its body, whatever its method.</summary>
    public async Task SendAsync(HttpContext http, Backend backend, CancellationToken cancel)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel, stopping);
        using var request = NewRequest(http, backend);
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: false })
        {
            request.Content = new StreamContent(http.Request.Body);
            request.Content.Headers.ContentLength = http.Request.ContentLength;
        }

        RelayedHeaders.CopyRequest(http.Request, request);
        HttpResponseMessage response;
        try
        {
            response = await backend.Transport.SendAsync(request, ended.Token);
        }
        catch (BackendException error)
        {
            throw Failure.Unavailable($"error trying to reach service: {error.Message} ({backend.Address.Authority})");
        }

        using (response)
        {
            RelayedHeaders.CopyAnswer(response, http.Response);
            await CopyBodyAsync(response, http, ended.Token);
        }
    }

    /// <summary>Passes an answer's body on, each piece at once.</summary>
    public static async Task CopyBodyAsync(HttpResponseMessage response, HttpContext http, CancellationToken cancel)
    {
        http.Response.StatusCode = (int)response.StatusCode;
        await http.Response.StartAsync(cancel);
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        var writer = http.Response.BodyWriter;
        while (await body.ReadAsync(writer.GetMemory(ChunkSize), cancel) is var read and > 0)
        {
            writer.Advance(read);
            await writer.FlushAsync(cancel);
        }
    }

    private static HttpRequestMessage NewRequest(HttpContext http, Backend backend)
    {
        var request = new HttpRequestMessage(HttpMethod.Parse(http.Request.Method), backend.Address) { Version = System.Net.HttpVersion.Version11 };
        request.Headers.Host = backend.Name;
        return request;
    }

    private static async Task<UpgradedConnection> DialAsync(Backend backend, HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await backend.Transport.UpgradeAsync(request, cancel);
        }
        catch (BackendException error)
        {
            throw Failure.BackendUnreachable($"error dialing backend: {backend.Address.Authority}: {error.Message}");
        }
    }
}
