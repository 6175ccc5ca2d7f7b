namespace Kube.Kubelet.Runtime;

/// <summary>A host path put into a container.</summary>
/// <param name="Source">Path on the host.</param>
/// <param name="Target">Path in the container.</param>
/// <param name="ReadOnly">Not writable inside.</param>
/// <param name="Propagation">rprivate, rslave or rshared.</param>
internal sealed record ContainerMount(string Source, string Target, bool ReadOnly = false, string Propagation = "rprivate");

/// <summary>A container to be made. Plain values, already resolved: the runtime looks nothing up.</summary>
internal sealed record ContainerRequest
{
    public required ContainerIdentity Identity { get; init; }

    public required string Image { get; init; }

    public IReadOnlyList<string>? Entrypoint { get; init; }

    public IReadOnlyList<string>? Arguments { get; init; }

    public IReadOnlyList<string> Environment { get; init; } = [];

    public string? WorkingDirectory { get; init; }

    public string? User { get; init; }

    public IReadOnlyList<string> Groups { get; init; } = [];

    public string? Hostname { get; init; }

    /// <summary>The sandbox whose network and IPC namespaces are joined; null means the host's network (which a sandbox may then leave).</summary>
    public string? JoinSandbox { get; init; }

    public bool ShareProcesses { get; init; }

    public bool HostProcesses { get; init; }

    public bool HostIpc { get; init; }

    public IReadOnlyList<ContainerMount> Mounts { get; init; } = [];

    public long CpuShares { get; init; }

    public long CpuQuota { get; init; }

    public long MemoryLimit { get; init; }

    public int OomScoreAdjust { get; init; }

    public bool Privileged { get; init; }

    public bool NoNewPrivileges { get; init; }

    public bool ReadOnlyRoot { get; init; }

    public IReadOnlyList<string> AddCapabilities { get; init; } = [];

    public IReadOnlyList<string> DropCapabilities { get; init; } = [];

    public bool Stdin { get; init; }

    public bool StdinOnce { get; init; }

    public bool Tty { get; init; }

    public bool KeepLogs { get; init; } = true;

    /// <summary>Its success is the end of it: nobody would start it again.</summary>
    public bool RunsToCompletion { get; init; }
}
