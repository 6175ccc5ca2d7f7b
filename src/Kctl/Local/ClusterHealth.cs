using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Diagnosis;
using Kube.Client;

namespace Kctl.Local;

/// <summary>How the cluster's processes do, as the cluster itself tells: the API server and etcd when asked, the others by their leases and nodes.</summary>
internal sealed class ClusterHealth
{
    private const string Ok = "ok";
    private const string Starting = "starting";
    private const string Leases = "/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/";
    private static readonly string[] s_leaders = ["kube-controller-manager", "kube-scheduler"];
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    /// <summary>A process that leads may need as long as a lease lasts to take it over from the one before.</summary>
    private static readonly TimeSpan s_youth = TimeSpan.FromSeconds(20);
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private IReadOnlySet<string> _young = new HashSet<string>();

    /// <summary>The cluster's nodes.</summary>
    public IReadOnlyList<JsonObject> Nodes { get; private set; } = [];

    /// <summary>How many of them are Ready.</summary>
    public int ReadyNodes => Nodes.Count(ClusterLinks.IsReady);

    /// <summary>What there is to say of a process that runs.</summary>
    public string Of(string process) => _words.GetValueOrDefault(process, Ok);

    /// <summary>Whether nothing is to complain of.</summary>
    public bool IsGood => _words.Values.All(w => w is Ok or Starting) && ReadyNodes == Nodes.Count;

    /// <summary>Asks.</summary>
    public static async Task<ClusterHealth> AskAsync(Session session, LocalCluster cluster, IReadOnlyList<LocalProcess> processes, CancellationToken ct)
    {
        var health = new ClusterHealth { _young = processes.Where(p => p.Uptime < s_youth).Select(p => p.Name).ToHashSet() };
        await health.NoteAsync("etcd", async () =>
        {
            using var client = new HttpClient { Timeout = s_patience };
            return (await client.GetStringAsync(cluster.EtcdHealth, ct)).Contains("\"true\"", StringComparison.Ordinal) ? Ok : "not healthy";
        });
        await health.NoteAsync("kube-apiserver", async () =>
        {
            var config = ClientConfig.FromKubeconfig(cluster.Kubeconfig) with { UserAgent = "kctl", RequestTimeout = s_patience };
            var client = new KubeClient(config, session.Terminal.Time);
            var api = new RestApi(client, new Lazy<KubeClient>(client), session, 0);
            await api.ReadRawAsync("/readyz", ct);
            await health.ReadAsync(api, cluster, session.Terminal.Time.GetUtcNow(), ct);
            return Ok;
        });
        return health;
    }

    /// <summary>Leases and nodes, and what they say of the processes behind them.</summary>
    private async Task ReadAsync(RestApi api, LocalCluster cluster, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var name in s_leaders)
        {
            _words[name] = LeaseText.IsHeld(await api.FindAsync(Leases + name, ct), now) ? Ok : _young.Contains(name) ? Starting : "does not lead";
        }

        Nodes = (await api.ListAsync("/api/v1/nodes", ct)).Objects("items");
        if (cluster.IsSimulated)
        {
            _words["kubelet-sim"] = ReadyNodes == Nodes.Count ? Ok : $"{ReadyNodes} of {Nodes.Count} nodes Ready";
            return;
        }

        foreach (var node in Nodes)
        {
            _words[$"kubelet-{node.Name()}"] = ClusterLinks.IsReady(node) ? Ok : $"node {node.Name()} is not Ready";
        }
    }

    private async Task NoteAsync(string name, Func<Task<string>> ask)
    {
        try
        {
            _words[name] = await ask();
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or TimeoutException or KubeconfigException or CommandException)
        {
            _words[name] = "does not answer";
        }
        catch (ApiException e)
        {
            _words[name] = $"answers {e.Code} {e.Reason}".TrimEnd();
        }
    }
}
