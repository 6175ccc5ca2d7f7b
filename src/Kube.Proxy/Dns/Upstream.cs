using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Kube.Proxy.Dns;

/// <summary>Asks the machine's own name servers. The number of questions in flight is bounded, and so is the time each may take.</summary>
internal sealed class Upstream(Func<IReadOnlyList<IPEndPoint>> servers, TimeProvider time) : IDisposable
{
    private const int InFlight = 256;
    private const int Rounds = 2;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _slots = new(InFlight);

    /// <summary>The first usable response to a query, with the query's own id; null where there is none in time.</summary>
    public async Task<byte[]?> AskAsync(ReadOnlyMemory<byte> query, bool tcp, CancellationToken ct)
    {
        if (!await _slots.WaitAsync(TimeSpan.Zero, ct))
        {
            return null;
        }

        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var server in servers())
                {
                    if (await TryAskAsync(server, query, tcp, ct) is { } response)
                    {
                        return response;
                    }
                }
            }

            return null;
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task<byte[]?> TryAskAsync(IPEndPoint server, ReadOnlyMemory<byte> query, bool tcp, CancellationToken ct)
    {
        using var timer = new CancellationTokenSource(s_patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, ct);

        // A port and an id nobody can guess: a forged response has to hit both.
        var ours = query.ToArray();
        var id = (ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1);
        BinaryPrimitives.WriteUInt16BigEndian(ours, id);
        try
        {
            var response = tcp ? await OverTcpAsync(server, ours, both.Token) : await OverUdpAsync(server, ours, id, both.Token);
            BinaryPrimitives.WriteUInt16BigEndian(response, BinaryPrimitives.ReadUInt16BigEndian(query.Span));
            return response;
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    private static async Task<byte[]> OverUdpAsync(IPEndPoint server, byte[] query, ushort id, CancellationToken ct)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(server, ct);
        await socket.SendAsync(query, ct);
        var buffer = new byte[4096];
        while (true)
        {
            var length = await socket.ReceiveAsync(buffer, ct);
            if (length >= 12 && BinaryPrimitives.ReadUInt16BigEndian(buffer) == id)
            {
                return buffer[..length];
            }
        }
    }

    private static async Task<byte[]> OverTcpAsync(IPEndPoint server, byte[] query, CancellationToken ct)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server, ct);
        await using var stream = new NetworkStream(socket);
        await DnsFrames.WriteAsync(stream, query, ct);
        return await DnsFrames.ReadAsync(stream, ct) ?? throw new IOException("the name server hung up");
    }
}
