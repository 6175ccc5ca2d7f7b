using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kube.Client;
using Kube.Client.Streaming;

namespace Kctl.Streams;

/// <summary>
/// Listens on ports of this machine and carries every connection to a pod, all over one connection to the server. When that is lost, or the pod has
/// been replaced, the next connection goes to whichever pod there is then. Dispose ends it all.
/// </summary>
internal sealed class PortForwarder : IAsyncDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);
    private readonly Session _session;
    private readonly ForwardTarget _target;
    private readonly IReadOnlyList<PortMapping> _mappings;
    private readonly Action<string> _say;
    private readonly List<(Socket Socket, int Index)> _listeners = [];
    private readonly SemaphoreSlim _dialing = new(1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _accepting = [];
    private readonly List<PortForward> _retired = [];
    private PortForward? _connection;
    private ForwardedPod _pod;

    private PortForwarder(Session session, ForwardTarget target, IReadOnlyList<PortMapping> mappings, ForwardedPod pod, Action<string> say) =>
        (_session, _target, _mappings, _pod, _say) = (session, target, mappings, pod, say);

    /// <summary>Whether it waits for another pod when there is none for the moment.</summary>
    public bool IsPatient { get; init; }

    /// <summary>What is listened on, as kubectl says it: <c>127.0.0.1:4000 -> 80</c>.</summary>
    public IReadOnlyList<string> Descriptions => [.. _listeners.Select(l => $"{l.Socket.LocalEndPoint} -> {_pod.Ports[l.Index].Remote}")];

    /// <summary>The first port listened on.</summary>
    public int LocalPort => ((IPEndPoint)_listeners[0].Socket.LocalEndPoint!).Port;

    /// <summary>The name of the pod connections go to at present.</summary>
    public string PodName => Volatile.Read(ref _pod).Pod.Name();

    /// <summary>Finds the pod, connects, and listens. <paramref name="say"/> gets what happens later: connections, failures, another pod.</summary>
    public static async Task<PortForwarder> StartAsync(
        Session session, ForwardTarget target, IReadOnlyList<PortMapping> mappings, IReadOnlyList<IPAddress> addresses, Action<string> say, CancellationToken ct)
    {
        var pod = await target.ResolveAsync(mappings, ct);
        var forwarder = new PortForwarder(session, target, mappings, pod, say) { IsPatient = target.IsPatient };
        try
        {
            forwarder._connection = await PortForward.ConnectAsync(session.Api.Streaming, PodChoice.PathOf(forwarder._pod.Pod, "portforward"), ct);
            forwarder.Listen(addresses);
            forwarder._accepting.AddRange(forwarder._listeners.Select(l => forwarder.AcceptAsync(l.Socket, l.Index)));
            return forwarder;
        }
        catch
        {
            await forwarder.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Lasts until it is cancelled, or the pod is lost for good. A patient one waits for another pod instead, and leaves a pod already when that is on its way out.
    /// </summary>
    public async Task WaitAsync(CancellationToken ct)
    {
        while (true)
        {
            await LostAsync(ct);
            try
            {
                await RenewAsync(ct);
            }
            catch (CommandException e) when (IsPatient)
            {
                _say(e.Message);
                await Task.Delay(s_pause, _session.Terminal.Time, ct);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        foreach (var (socket, _) in _listeners)
        {
            socket.Dispose();
        }

        await Task.WhenAll(_accepting);
        foreach (var connection in _retired.Append(_connection).OfType<PortForward>())
        {
            await connection.DisposeAsync();
        }

        _stopping.Dispose();
    }

    /// <summary>Returns when the connection is lost, or when the pod is about to go.</summary>
    private async Task LostAsync(CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, _connection!.Closed);
        try
        {
            if (!IsPatient)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, _session.Terminal.Time, either.Token);
            }

            var type = await _session.Names.FindAsync("pods", either.Token);
            var uid = _pod.Pod.Text("metadata", "uid");
            await foreach (var state in ObjectFollower.FollowAsync(_session, type, _pod.Pod.Namespace(), PodName, either.Token))
            {
                if (state is null || state.Text("metadata", "uid") != uid || IsLeaving(state))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The connection has ended.
        }
    }

    private Task<PortForward> CurrentAsync(CancellationToken ct) =>
        Volatile.Read(ref _connection) is { Closed.IsCancellationRequested: false } connection ? Task.FromResult(connection) : RenewAsync(ct);

    /// <summary>Connects anew, to the pod there is now. What is carried over the connection before goes on as long as that lasts.</summary>
    private async Task<PortForward> RenewAsync(CancellationToken ct)
    {
        await _dialing.WaitAsync(ct);
        try
        {
            var pod = await _target.ResolveAsync(_mappings, ct);
            if (IsPatient && IsLeaving(pod.Pod))
            {
                throw new CommandException($"pod {pod.Pod.Name()} is on its way out and there is no other yet");
            }

            var (before, changed) = (PodName, pod.Pod.Text("metadata", "uid") != _pod.Pod.Text("metadata", "uid"));
            if (!changed && _connection is { Closed.IsCancellationRequested: false } other)
            {
                return other;
            }

            var connection = await PortForward.ConnectAsync(_session.Api.Streaming, PodChoice.PathOf(pod.Pod, "portforward"), ct);
            _retired.Add(_connection!);
            (_pod, _connection) = (pod, connection);
            _say(changed ? $"pod {before} is gone; forwarding to pod {PodName}" : $"connected to pod {PodName} again");
            return connection;
        }
        catch (Exception e) when (e is CommandException or ApiException or HttpRequestException or IOException)
        {
            throw new CommandException($"lost connection to pod {PodName}: {ErrorText.Of(e, _session).Replace("error: ", "")}", e);
        }
        finally
        {
            _dialing.Release();
        }
    }

    private static bool IsLeaving(JsonObject pod) => pod.Text("metadata", "deletionTimestamp") is not null || pod.Text("status", "phase") is "Succeeded" or "Failed";

    private void Listen(IReadOnlyList<IPAddress> addresses)
    {
        for (var i = 0; i < _mappings.Count; i++)
        {
            var port = _pod.Ports[i].Local;
            var failures = new List<string>();
            foreach (var address in addresses)
            {
                try
                {
                    var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                    socket.Bind(new IPEndPoint(address, port));
                    socket.Listen();
                    _listeners.Add((socket, i));
                    port = ((IPEndPoint)socket.LocalEndPoint!).Port;
                }
                catch (SocketException e)
                {
                    failures.Add($"{new IPEndPoint(address, port)}: {e.Message}");
                }
            }

            if (failures.Count == addresses.Count)
            {
                throw new CommandException($"unable to listen on port {port}: {string.Join("; ", failures)}");
            }
        }
    }

    private async Task AcceptAsync(Socket listener, int index)
    {
        var open = new HashSet<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptAsync(_stopping.Token);
                open.RemoveWhere(t => t.IsCompleted);
                open.Add(CarryAsync(client, index));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Forwarding ends.
        }

        await Task.WhenAll(open);
    }

    private async Task CarryAsync(Socket client, int index)
    {
        using var local = new NetworkStream(client, ownsSocket: true);
        try
        {
            _say($"Handling connection for {((IPEndPoint)client.LocalEndPoint!).Port}");
            var connection = await CurrentAsync(_stopping.Token);
            var port = _pod.Ports[index].Remote;
            await using var remote = await connection.OpenAsync(port, _stopping.Token);
            var error = remote.ErrorAsync(_stopping.Token);
            await SocketRelay.RunAsync(client, local, remote.Data, _stopping.Token);
            if (await error is { } message)
            {
                _say($"an error occurred forwarding {((IPEndPoint)client.LocalEndPoint!).Port} -> {port}: {message}");
            }
        }
        catch (CommandException e)
        {
            _say($"error: {e.Message}");
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // This connection broke off, at one end or the other.
        }
    }
}
