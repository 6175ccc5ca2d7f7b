using System.Net;
using System.Net.Sockets;
using Kube.Client.Streaming;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Docker;

/// <summary>Commands, attachments and ports of containers on a Docker Engine of this machine.</summary>
internal sealed class DockerStreams(DockerConnection docker, TimeProvider time) : IContainerStreams
{
    /// <summary>The engine wants keys that detach a terminal, by default Ctrl-P Ctrl-Q, and holds Ctrl-P back until the next key. Nobody types these.</summary>
    public const string NoDetachKeys = "ctrl-@,ctrl-^,ctrl-@,ctrl-^,ctrl-@,ctrl-_,ctrl-^";

    public async Task<IContainerProcess> ExecAsync(string id, IReadOnlyList<string> command, CommandOptions options, CancellationToken ct)
    {
        var body = new ExecCreateBody
        {
            AttachStdin = options.Stdin,
            Tty = options.Tty,
            DetachKeys = NoDetachKeys,
            Cmd = command,
        };
        var exec = await docker.PostAsync($"containers/{id}/exec", body, DockerJson.Default.ExecCreateBody, DockerJson.Default.IdBody, ct);
        return new DockerProcess(docker, id, exec.Id!, options, time);
    }

    public async Task<IContainerProcess> AttachAsync(string id, CommandOptions options, CancellationToken ct)
    {
        var container = await docker.GetAsync($"containers/{id}/json", DockerJson.Default.ContainerJson, ct);

        // Whether there is a terminal was decided when the container was made.
        return new DockerProcess(docker, id, null, options with { Tty = container.Config?.Tty == true }, time);
    }

    public async Task<NetworkStream> ConnectAsync(ContainerSnapshot sandbox, int port, CancellationToken ct)
    {
        try
        {
            return await ConnectAsync(sandbox.Pid, IPAddress.Loopback, port, ct);
        }
        catch (SocketException first)
        {
            try
            {
                return await ConnectAsync(sandbox.Pid, IPAddress.IPv6Loopback, port, ct);
            }
            catch (SocketException second)
            {
                var space = $"/proc/{sandbox.Pid}/ns/net";
                throw new RuntimeException(
                    $"failed to execute portforward in network namespace \"{space}\": failed to connect to localhost:{port} inside namespace \"{sandbox.Id}\", "
                    + $"IPv4: dial tcp4 127.0.0.1:{port}: {Words(first)} IPv6 dial tcp6: [::1]:{port}: {Words(second)}");
            }
        }
    }

    private static async Task<NetworkStream> ConnectAsync(int pid, IPAddress address, int port, CancellationToken ct)
    {
        var socket = await NetworkNamespace.CreateSocketAsync(pid, address.AddressFamily);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Words(SocketException e) => e.SocketErrorCode == SocketError.ConnectionRefused
        ? "connect: connection refused"
        : $"connect: {e.Message.ToLowerInvariant()}";
}
