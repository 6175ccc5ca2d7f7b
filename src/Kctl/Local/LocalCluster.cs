using Kctl.App;

namespace Kctl.Local;

/// <summary>The cluster whose data is in a folder of this machine, as its scripts left it there.</summary>
internal sealed class LocalCluster
{
    /// <summary>Where a cluster's data is if nobody says otherwise.</summary>
    public const string DefaultData = "/var/lib/kube-local";

    /// <summary>Names the folder of the cluster with real nodes that this machine carries.</summary>
    private const string OwnerFile = "/run/kube-local.data";

    /// <summary>Started with the cluster where nobody else had; the machine may have restarted it since, so its absence says nothing.</summary>
    private const string Docker = "dockerd";
    private readonly Dictionary<string, string> _settings;

    private LocalCluster(string data, Dictionary<string, string> settings) => (Data, _settings) = (data, settings);

    /// <summary>The folder.</summary>
    public string Data { get; }

    /// <summary>The name of its context.</summary>
    public string Context => Setting("context") ?? "";

    /// <summary>Where the API server listens.</summary>
    public string Address => $"https://127.0.0.1:{Setting("port")}";

    /// <summary>Where etcd is asked how it does.</summary>
    public Uri EtcdHealth => new($"http://127.0.0.1:{Setting("etcd_port")}/health");

    /// <summary>The administrator's kubeconfig, made with the certificates.</summary>
    public string Kubeconfig => Path.Combine(Data, "pki", "admin.kubeconfig");

    /// <summary>Whether one process pretends to be the nodes.</summary>
    public bool IsSimulated => Setting("simulate") is not null;

    /// <summary>The arguments with which <c>kctl up</c> and <c>down</c> mean this one.</summary>
    public string Arguments(Terminal terminal) => Data == (Named(terminal) ?? DefaultData) ? "" : $" --data {Data}";

    /// <summary>The cluster in the folder, in $KUBE_DATA, or the one this machine carries; fails with what to type where there is none.</summary>
    public static LocalCluster Find(string? folder, Terminal terminal)
    {
        var data = Path.GetFullPath(folder ?? Named(terminal) ?? Owner() ?? DefaultData);
        var file = Path.Combine(data, "cluster.conf");
        try
        {
            return new LocalCluster(data, Settings(File.ReadAllText(file)));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new CommandException($"{data} may not be read by you; the cluster is another user's: try again as root", e);
        }
        catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"there is no cluster in {data}; start one: kctl up{(folder is null ? "" : $" --data {data}")} (or look at another: kctl status --data DIR)", e);
        }
    }

    /// <summary>Every process it should have, and others that were started with it.</summary>
    public IReadOnlyList<LocalProcess> Processes()
    {
        var run = Path.Combine(Data, "run");
        IEnumerable<string> started = Directory.Exists(run) ? Directory.EnumerateFiles(run, "*.pid").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal) : [];
        return [.. Expected(_settings).Concat(started).Distinct().Select(name => LocalProcess.Read(name, Path.Combine(run, name + ".pid"))).Where(p => p.Runs || p.Name != Docker)];
    }

    /// <summary>The lines <c>NAME=VALUE</c> that have a value. Pure.</summary>
    public static Dictionary<string, string> Settings(string text) => new(
        text.Split('\n').Select(l => l.Split('=', 2)).Where(p => p is [_, { Length: > 0 }]).Select(p => KeyValuePair.Create(p[0], p[1])).DistinctBy(p => p.Key), StringComparer.Ordinal);

    /// <summary>The processes of a cluster with these settings. Pure.</summary>
    public static IEnumerable<string> Expected(IReadOnlyDictionary<string, string> settings)
    {
        string[] control = ["etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler"];
        return settings.ContainsKey("simulate")
            ? [.. control, "kubelet-sim"]
            : [.. control, "kube-proxy", .. Enumerable.Range(1, int.TryParse(settings.GetValueOrDefault("nodes"), out var nodes) ? nodes : 1).Select(i => $"kubelet-node-{i}")];
    }

    private static string? Named(Terminal terminal) => terminal.Environment("KUBE_DATA") is { Length: > 0 } data ? data : null;

    private static string? Owner() => File.Exists(OwnerFile) && File.ReadAllText(OwnerFile).Trim() is { Length: > 0 } data ? data : null;

    private string? Setting(string name) => _settings.GetValueOrDefault(name);
}
