namespace Kube.Kubelet.Runtime;

/// <summary>
/// What the kubelet asks of a container engine; the only seam to it. Every failure of the engine is a <see cref="RuntimeException"/>.
/// Stopping, removing or signalling what is already gone is not a failure.
/// </summary>
internal interface IContainerRuntime
{
    /// <summary>Name and version for the node's status; fails while the engine is away.</summary>
    Task<string> VersionAsync(CancellationToken ct);

    /// <summary>All containers of this node, dead ones included.</summary>
    Task<IReadOnlyList<ContainerSnapshot>> ListAsync(CancellationToken ct);

    /// <summary>One container; null when it does not exist or belongs to somebody else.</summary>
    Task<ContainerSnapshot?> InspectAsync(string id, CancellationToken ct);

    Task<string> CreateAsync(ContainerRequest request, CancellationToken ct);

    Task StartAsync(string id, CancellationToken ct);

    Task SignalAsync(string id, string signal, CancellationToken ct);

    Task RemoveAsync(string id, CancellationToken ct);

    /// <summary>Starts, deaths and removals of this node's containers from <paramref name="since"/> on; ends when the engine goes away.</summary>
    IAsyncEnumerable<RuntimeEvent> EventsAsync(DateTimeOffset since, CancellationToken ct);

    /// <summary>Runs a command in a container and waits for its end.</summary>
    Task<ExecResult> ExecAsync(string id, IReadOnlyList<string> command, CancellationToken ct);

    /// <summary>Writes the container's log to <paramref name="output"/>, standard output and error interleaved; with Follow until the container ends.</summary>
    Task CopyLogsAsync(string id, LogQuery query, Stream output, CancellationToken ct);

    /// <summary>A local image; null when it is not here.</summary>
    Task<ImageInfo?> FindImageAsync(string image, CancellationToken ct);

    Task<IReadOnlyList<ImageInfo>> ListImagesAsync(CancellationToken ct);

    /// <summary>Fetches an image from its registry.</summary>
    Task PullImageAsync(string image, RegistryCredentials? credentials, CancellationToken ct);

    /// <summary>Makes an image of one layer from a tar stream.</summary>
    Task ImportImageAsync(string image, Stream tar, CancellationToken ct);

    /// <summary>Makes the node's bridge with its gateway address, or corrects it when it has another subnet.</summary>
    Task EnsureNetworkAsync(PodNetworkSpec network, CancellationToken ct);
}

/// <summary>Something happened to a container.</summary>
/// <param name="ContainerId">Which one.</param>
/// <param name="PodUid">The pod it belongs to.</param>
/// <param name="What">What happened.</param>
/// <param name="At">When, by the engine's clock.</param>
internal sealed record RuntimeEvent(string ContainerId, string PodUid, RuntimeEventType What, DateTimeOffset At);

/// <summary>The kinds of events the kubelet listens to.</summary>
internal enum RuntimeEventType
{
    Started,
    Ended,
    Removed,
}

/// <summary>The end of a command run in a container.</summary>
internal sealed record ExecResult(int ExitCode, string Output);

/// <summary>Which part of a log, and how.</summary>
internal sealed record LogQuery
{
    public bool Follow { get; init; }

    public long? TailLines { get; init; }

    public DateTimeOffset? Since { get; init; }

    public bool Timestamps { get; init; }

    public long? LimitBytes { get; init; }

    /// <summary>Stdout or Stderr for that one alone.</summary>
    public string? Stream { get; init; }
}

/// <summary>An image on this machine.</summary>
internal sealed record ImageInfo(string Id, IReadOnlyList<string> Names, long SizeBytes, string? User, string? StopSignal);

/// <summary>Name and password for one registry.</summary>
internal sealed record RegistryCredentials(string Server, string User, string Password);

/// <summary>The node's pod network: one bridge whose subnet is the node's pod range and whose first address is the gateway.</summary>
internal sealed record PodNetworkSpec(string Name, string Bridge, string Subnet, string Gateway);

/// <summary>The engine refused or could not be reached.</summary>
internal sealed class RuntimeException : Exception
{
    public RuntimeException(string message, RuntimeFailure failure = RuntimeFailure.Other, Exception? inner = null)
        : base(message, inner) => Failure = failure;

    public RuntimeFailure Failure { get; }
}

/// <summary>The kinds of failure the kubelet treats differently.</summary>
internal enum RuntimeFailure
{
    Other,
    NotFound,
    Conflict,
    Unreachable,
}
