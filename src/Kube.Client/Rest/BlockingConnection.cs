using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Kube.Client;

/// <summary>One connection of a <see cref="BlockingExchange"/>. Disposing it from another thread is what ends a blocked call.</summary>
internal sealed class BlockingConnection : IDisposable
{
    private const int LongestLine = 64 * 1024;
    private static readonly TimeSpan s_connectPatience = TimeSpan.FromSeconds(5);

    private readonly Socket _socket;
    private readonly Stream _stream;
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    private BlockingConnection(Socket socket, Stream stream)
    {
        _socket = socket;
        _stream = stream;
    }

    /// <summary>True once the server has said that it closes the connection, or has.</summary>
    public bool Ends { get; set; }

    /// <summary>False where the server has closed the idle connection, or has said something nobody asked for.</summary>
    public bool IsAlive => !_socket.Poll(0, SelectMode.SelectRead);

    /// <summary>Connects, with TLS where the address asks for it. Throws <see cref="HttpRequestException"/>, or <see cref="OperationCanceledException"/> when it takes too long.</summary>
    public static BlockingConnection Open(Uri server, SslClientAuthenticationOptions tls, CancellationToken ct)
    {
        var isAddress = IPAddress.TryParse(server.IdnHost, out var address);
        var socket = isAddress ? new Socket(address!.AddressFamily, SocketType.Stream, ProtocolType.Tcp) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.NoDelay = true;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(s_connectPatience);
        using var stop = limit.Token.UnsafeRegister(static s => ((Socket)s!).Dispose(), socket);
        try
        {
            if (isAddress)
            {
                socket.Connect(new IPEndPoint(address!, server.Port));
            }
            else
            {
                socket.Connect(server.IdnHost, server.Port);
            }

            var network = new NetworkStream(socket, ownsSocket: true);
            return new BlockingConnection(socket, server.Scheme == Uri.UriSchemeHttps ? Secure(network, tls) : network);
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException or AuthenticationException)
        {
            socket.Dispose();
            throw ct.IsCancellationRequested ? new OperationCanceledException(e.Message, e, ct)
                : limit.IsCancellationRequested ? new OperationCanceledException(e.Message, new TimeoutException($"no connection within {s_connectPatience.TotalSeconds:0} s", e))
                : new HttpRequestException($"no connection to {server.Authority}: {e.Message}", e);
        }
    }

    public void Write(byte[] bytes) => _stream.Write(bytes, 0, bytes.Length);

    /// <summary>A line without its end.</summary>
    public string ReadLine()
    {
        var searched = _start;
        while (true)
        {
            var at = Array.IndexOf(_buffer, (byte)'\n', searched, _end - searched);
            if (at >= 0)
            {
                var length = at - _start - (at > _start && _buffer[at - 1] == '\r' ? 1 : 0);
                var line = Encoding.Latin1.GetString(_buffer, _start, length);
                _start = at + 1;
                return line;
            }

            var seen = _end - _start;
            if (seen > LongestLine || !Fill())
            {
                throw new HttpRequestException(seen > LongestLine ? "a header is too long" : "the server closed the connection before its answer was complete");
            }

            searched = _start + seen;
        }
    }

    /// <summary>That many bytes.</summary>
    public byte[] Read(int length)
    {
        var bytes = new byte[length];
        var taken = Math.Min(length, _end - _start);
        Buffer.BlockCopy(_buffer, _start, bytes, 0, taken);
        _start += taken;
        while (taken < length)
        {
            var read = _stream.Read(bytes, taken, length - taken);
            taken += read > 0 ? read : throw new HttpRequestException("the server closed the connection before its answer was complete");
        }

        return bytes;
    }

    /// <summary>All that comes until the server closes the connection.</summary>
    public byte[] ReadToEnd()
    {
        Ends = true;
        using var rest = new MemoryStream();
        rest.Write(_buffer, _start, _end - _start);
        _stream.CopyTo(rest);
        return rest.ToArray();
    }

    public void Dispose() => _socket.Dispose();

    private static SslStream Secure(NetworkStream network, SslClientAuthenticationOptions tls)
    {
        var secure = new SslStream(network);
        secure.AuthenticateAsClient(tls);
        return secure;
    }

    /// <summary>Reads more behind what is there; false at the end of the connection.</summary>
    private bool Fill()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
