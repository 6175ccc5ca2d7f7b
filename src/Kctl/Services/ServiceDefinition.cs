namespace Kctl.Services;

/// <summary>
/// A service as Docker's tools describe one: what <c>kctl service create</c> reads from flags and <c>kctl compose</c> from a file.
/// <see cref="ServiceObjects"/> turns it into objects.
/// </summary>
internal sealed class ServiceDefinition
{
    public required string Name { get; set; }

    public string Image { get; set; } = "";

    /// <summary>The labels that tell the service's pods from all others.</summary>
    public Dictionary<string, string> Selector { get; set; } = [];

    /// <summary>Labels of every object the service is made of, those it shares with others included.</summary>
    public Dictionary<string, string> Project { get; set; } = [];

    /// <summary>Labels of the workload and the Service.</summary>
    public Dictionary<string, string> Labels { get; set; } = [];

    /// <summary>Annotations of the workload and the Service.</summary>
    public Dictionary<string, string> Annotations { get; set; } = [];

    /// <summary>Labels of the pods alone.</summary>
    public Dictionary<string, string> PodLabels { get; set; } = [];

    /// <summary>Annotations of the pods.</summary>
    public Dictionary<string, string> PodAnnotations { get; set; } = [];

    public int Replicas { get; set; } = 1;

    public RestartRule Restart { get; set; }

    /// <summary>In place of the image's entry point; null keeps it.</summary>
    public IReadOnlyList<string>? Entrypoint { get; set; }

    /// <summary>In place of the image's command; null keeps it.</summary>
    public IReadOnlyList<string>? Command { get; set; }

    /// <summary>The environment; a later entry of a name replaces an earlier one.</summary>
    public Dictionary<string, string> Environment { get; set; } = [];

    public List<PublishedPort> Ports { get; set; } = [];

    /// <summary>Ports for other services only.</summary>
    public List<ServicePortNumber> Expose { get; set; } = [];

    /// <summary>Other names under which the service is found.</summary>
    public HashSet<string> Aliases { get; set; } = [];

    /// <summary>Networks the pods are on; empty where nothing is set apart.</summary>
    public HashSet<string> Networks { get; set; } = [];

    public List<ServiceMount> Mounts { get; set; } = [];

    public List<ServiceFile> Files { get; set; } = [];

    public HealthCheck? Health { get; set; }

    public UpdateRule? Update { get; set; }

    public ResourceAmounts Limits { get; set; } = new();

    public ResourceAmounts Reservations { get; set; } = new();

    public PlacementRules Placement { get; set; } = new();

    public ProcessSettings Process { get; set; } = new();

    public HostSettings Host { get; set; } = new();

    /// <summary>Always, IfNotPresent or Never. As in Docker, an image that is there is not asked for again.</summary>
    public string PullPolicy { get; set; } = "IfNotPresent";
}

/// <summary>When a container that has ended is started again.</summary>
internal enum RestartRule
{
    Always,
    OnFailure,
    Never,
}

/// <summary>A port of a service and its protocol.</summary>
internal sealed record ServicePortNumber(int Number, string Protocol = "TCP");

/// <summary>A port of the containers and where it is published.</summary>
/// <param name="Published">The port outside; null lets the cluster choose one.</param>
/// <param name="OnHost">Only on the nodes that run a pod, past the routing mesh.</param>
internal sealed record PublishedPort(int? Published, int Target, string Protocol = "TCP", bool OnHost = false);

/// <summary>What is put into the containers' file system.</summary>
internal enum MountKind
{
    Bind,
    Volume,
    Memory,
    Scratch,
}

/// <summary>One mount.</summary>
/// <param name="Source">The path or the volume's name.</param>
internal sealed record ServiceMount(MountKind Kind, string Source, string Target)
{
    public bool ReadOnly { get; init; }

    /// <summary>What the source is; DirectoryOrCreate unless known better.</summary>
    public string HostType { get; init; } = "DirectoryOrCreate";

    /// <summary>A path within a volume.</summary>
    public string? SubPath { get; init; }

    /// <summary>The most a memory mount may hold, as a quantity.</summary>
    public string? SizeLimit { get; init; }

    /// <summary>How mounts of the host propagate.</summary>
    public string? Propagation { get; init; }
}

/// <summary>A file from a ConfigMap or Secret.</summary>
internal sealed record ServiceFile(string ObjectName, string Key, string Target)
{
    public bool IsSecret { get; init; }

    public int? Mode { get; init; }
}

/// <summary>How to see whether a container is well.</summary>
internal sealed record HealthCheck(IReadOnlyList<string> Command)
{
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    public int Retries { get; init; } = 3;

    public TimeSpan StartPeriod { get; init; }

    public TimeSpan? StartInterval { get; init; }
}

/// <summary>How pods are replaced.</summary>
internal sealed record UpdateRule
{
    /// <summary>Pods at a time; 0 for all at once.</summary>
    public int Parallelism { get; init; } = 1;

    public TimeSpan Delay { get; init; }

    /// <summary>The new pod first, then the old one ends.</summary>
    public bool StartFirst { get; init; }
}

/// <summary>Amounts of CPU and memory, as quantities.</summary>
internal sealed record ResourceAmounts(string? Cpu = null, string? Memory = null);

/// <summary>How the process runs.</summary>
internal sealed record ProcessSettings
{
    public long? User { get; init; }

    public long? Group { get; init; }

    public IReadOnlyList<long> Groups { get; init; } = [];

    public string? WorkingDirectory { get; init; }

    public bool Tty { get; init; }

    public bool OpenStdin { get; init; }

    public bool Privileged { get; init; }

    public bool ReadOnlyRoot { get; init; }

    public bool NoNewPrivileges { get; init; }

    public IReadOnlyList<string> AddCapabilities { get; init; } = [];

    public IReadOnlyList<string> DropCapabilities { get; init; } = [];

    public TimeSpan? StopGracePeriod { get; init; }
}

/// <summary>What the pod has of its machine and its names.</summary>
internal sealed record HostSettings
{
    public string? Hostname { get; init; }

    public bool Network { get; init; }

    public bool Processes { get; init; }

    public bool Ipc { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> ExtraHosts { get; init; } = [];

    public IReadOnlyList<string> NameServers { get; init; } = [];

    public IReadOnlyList<string> Searches { get; init; } = [];

    public IReadOnlyList<string> ResolverOptions { get; init; } = [];

    public IReadOnlyDictionary<string, string> Sysctls { get; init; } = new Dictionary<string, string>();
}
