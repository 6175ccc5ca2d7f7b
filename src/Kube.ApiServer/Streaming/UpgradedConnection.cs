using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Kube.ApiServer.Streaming;

/// <summary>What came of asking a backend for another protocol. Disposing it closes the connection.</summary>
/// <param name="response">The answer; its body is the rest of the connection where the protocol was switched.</param>
/// <param name="transport">The connection below.</param>
/// <param name="owner">What keeps the connection open.</param>
internal sealed class UpgradedConnection(HttpResponseMessage response, Stream transport, IDisposable owner) : IAsyncDisposable
{
    public HttpResponseMessage Response => response;

    public bool IsSwitched => response.StatusCode == HttpStatusCode.SwitchingProtocols;

    /// <summary>Both directions of the connection after the answer's head.</summary>
    public Task<Stream> OpenAsync(CancellationToken cancel) => response.Content.ReadAsStreamAsync(cancel);

    /// <summary>Says that nothing more will be sent; what the other end sends can still be read.</summary>
    public async Task EndSendingAsync()
    {
        if (transport is SslStream secure)
        {
            await secure.ShutdownAsync();
        }
        else if (transport is NetworkStream plain)
        {
            plain.Socket.Shutdown(SocketShutdown.Send);
        }
    }

    public async ValueTask DisposeAsync()
    {
        response.Dispose();
        await transport.DisposeAsync();
        owner.Dispose();
    }
}
