using System.Net;
using System.Net.Sockets;

namespace Kube.Testing;

/// <summary>A TCP relay on loopback that can fail as networks do: connections cut or refused, or silence in which nothing arrives.</summary>
public sealed class Relay : IAsyncDisposable
{
    private readonly Uri _target;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly List<TcpClient> _connections = [];
    private readonly Task _accepting;
    private volatile bool _cut;
    private volatile bool _requestsFrozen;
    private volatile bool _answersFrozen;

    /// <summary>Relays to an address.</summary>
    public Relay(Uri target)
    {
        _target = target;
        _listener.Start();
        Endpoint = new Uri($"{target.Scheme}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    /// <summary>Where to connect instead of to the target.</summary>
    public Uri Endpoint { get; }

    /// <summary>Breaks all connections, and every new one at once.</summary>
    public void Cut()
    {
        _cut = true;
        CloseAll();
    }

    /// <summary>Relays again.</summary>
    public void Restore() => (_cut, _requestsFrozen, _answersFrozen) = (false, false, false);

    /// <summary>Keeps connections open, and lets nothing through in either direction.</summary>
    public void Freeze() => (_requestsFrozen, _answersFrozen) = (true, true);

    /// <summary>Lets requests through, and no answers.</summary>
    public void FreezeAnswers() => _answersFrozen = true;

    /// <summary>Closes everything.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        CloseAll();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var relays = new List<Task>();
        try
        {
            while (true)
            {
                relays.Add(RelayAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(relays);
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var target = new TcpClient();
        using (client)
        {
            try
            {
                if (_cut)
                {
                    return;
                }

                await target.ConnectAsync(_target.Host, _target.Port, _stop.Token);
                lock (_lock)
                {
                    _connections.AddRange([client, target]);
                }

                await Task.WhenAny(
                    CopyAsync(client.GetStream(), target.GetStream(), () => _requestsFrozen),
                    CopyAsync(target.GetStream(), client.GetStream(), () => _answersFrozen));
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
            {
                // Closed by either side, or cut.
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, Func<bool> frozen)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var read)
            {
                if (!frozen())
                {
                    await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Closed by either side, or cut.
        }
    }

    private void CloseAll()
    {
        lock (_lock)
        {
            foreach (var connection in _connections)
            {
                connection.Close();
            }

            _connections.Clear();
        }
    }
}
