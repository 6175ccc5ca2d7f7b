using System.Net.Sockets;
using Kube.Client.Streaming;

namespace Kube.Kubelet.Runtime;

/// <summary>Live connections to containers: commands run in them, their own input and output, their ports.</summary>
internal interface IContainerStreams
{
    /// <summary>Prepares a command in a running container; it starts with <see cref="IContainerProcess.RunAsync"/>.</summary>
    Task<IContainerProcess> ExecAsync(string id, IReadOnlyList<string> command, CommandOptions options, CancellationToken ct);

    /// <summary>Connects to the process a running container was started with.</summary>
    Task<IContainerProcess> AttachAsync(string id, CommandOptions options, CancellationToken ct);

    /// <summary>Connects to a port of a pod's loopback address, through the sandbox that holds its network.</summary>
    Task<NetworkStream> ConnectAsync(ContainerSnapshot sandbox, int port, CancellationToken ct);
}

/// <summary>One command, or one attachment.</summary>
internal interface IContainerProcess : IAsyncDisposable
{
    /// <summary>
    /// Carries input and output until the process ends, or nobody is attached to it any more. The end of <paramref name="stdin"/> is passed on;
    /// a failing one is not. Returns the exit code; null for an attachment.
    /// </summary>
    Task<int?> RunAsync(Stream? stdin, Stream? stdout, Stream? stderr, CancellationToken ct);

    /// <summary>Sets the size of its terminal.</summary>
    Task ResizeAsync(TerminalSize size, CancellationToken ct);

    /// <summary>Ends a command for which nobody waits any more, and what it has started on its terminal. Attachments only let go.</summary>
    Task AbandonAsync();
}
