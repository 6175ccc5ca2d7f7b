using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Kube.Proxy.Dns;

/// <summary>Listens for queries, UDP and TCP, on one address.</summary>
internal sealed class DnsServer : IDisposable
{
    private const int LargestQuery = 4096;
    private const int Connections = 128;
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(10);

    private readonly Socket _udp = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Socket _tcp = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly SemaphoreSlim _connections = new(Connections);
    private readonly DnsResolver _resolver;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Binds at once; throws <see cref="SocketException"/> where the address or port cannot be had.</summary>
    public DnsServer(IPEndPoint address, DnsResolver resolver, TimeProvider time, ILogger logger)
    {
        _resolver = resolver;
        _time = time;
        _logger = logger;

        // A restarted proxy must not wait for the connections of the one before.
        _tcp.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _tcp.Bind(address);
        _tcp.Listen(Connections);
        Address = (IPEndPoint)_tcp.LocalEndPoint!;
        _udp.Bind(Address);
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address { get; }

    /// <summary>Answers until cancelled.</summary>
    public Task RunAsync(CancellationToken ct) => Task.WhenAll(ServeUdpAsync(ct), ServeTcpAsync(ct));

    public void Dispose()
    {
        _udp.Dispose();
        _tcp.Dispose();
        _connections.Dispose();
    }

    private async Task ServeUdpAsync(CancellationToken ct)
    {
        var buffer = new byte[LargestQuery];
        var anyone = new IPEndPoint(IPAddress.Any, 0);
        while (true)
        {
            try
            {
                var received = await _udp.ReceiveFromAsync(buffer, anyone, ct);
                _ = AnswerUdpAsync(buffer.AsSpan(0, received.ReceivedBytes).ToArray(), received.RemoteEndPoint, ct);
            }
            catch (SocketException e)
            {
                _logger.ReceiveFailed(e.Message);
            }
        }
    }

    /// <summary>Ends by itself; what goes wrong is one client's lost answer, for which it asks again.</summary>
    private async Task AnswerUdpAsync(byte[] query, EndPoint client, CancellationToken ct)
    {
        try
        {
            if (await _resolver.AnswerAsync(query, tcp: false, ct) is { } answer)
            {
                await _udp.SendToAsync(answer, client, ct);
            }
        }
        catch (Exception e)
        {
            Report(e, ct);
        }
    }

    private async Task ServeTcpAsync(CancellationToken ct)
    {
        while (true)
        {
            await _connections.WaitAsync(ct);
            try
            {
                _ = AnswerTcpAsync(await _tcp.AcceptAsync(ct), ct);
            }
            catch (SocketException e)
            {
                _connections.Release();
                _logger.ReceiveFailed(e.Message);
            }
        }
    }

    private async Task AnswerTcpAsync(Socket socket, CancellationToken ct)
    {
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            while (true)
            {
                using var idle = new CancellationTokenSource(s_idle, _time);
                using var both = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, ct);
                if (await DnsFrames.ReadAsync(stream, both.Token) is not { } query || await _resolver.AnswerAsync(query, tcp: true, both.Token) is not { } answer)
                {
                    return;
                }

                await DnsFrames.WriteAsync(stream, answer, both.Token);
            }
        }
        catch (Exception e)
        {
            Report(e, ct);
        }
        finally
        {
            _connections.Release();
        }
    }

    private void Report(Exception e, CancellationToken ct)
    {
        if (e is SocketException or IOException or OperationCanceledException)
        {
            _logger.ClientLost(e.Message);
        }
        else if (!ct.IsCancellationRequested)
        {
            _logger.AnswerFailed(e);
        }
    }
}
