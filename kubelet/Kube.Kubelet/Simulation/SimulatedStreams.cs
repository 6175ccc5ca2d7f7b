using System.Net.Sockets;
using Kube.Client.Streaming;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Simulation;

/// <summary>There is nothing behind a simulated container to connect to, and it says so.</summary>
internal sealed class SimulatedStreams : IContainerStreams
{
    public static SimulatedStreams Instance { get; } = new();

    public Task<IContainerProcess> ExecAsync(string id, IReadOnlyList<string> command, CommandOptions options, CancellationToken ct) =>
        throw Refusal("commands cannot be run in it");

    public Task<IContainerProcess> AttachAsync(string id, CommandOptions options, CancellationToken ct) => throw Refusal("it cannot be attached to");

    public Task<NetworkStream> ConnectAsync(ContainerSnapshot sandbox, int port, CancellationToken ct) => throw Refusal("it has no ports");

    private static RuntimeException Refusal(string what) => new($"the container is simulated, there is no process behind it: {what}");
}
