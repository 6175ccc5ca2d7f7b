using Kube.Testing;

[assembly: AssemblyFixture(typeof(Kube.E2E.Tests.Cluster))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Kube.E2E.Tests;

/// <summary>
/// One real cluster for all end-to-end tests, brought up and down by the scripts a person uses: two nodes, five kinds of processes, etcd and Docker.
/// Grace periods are short so that faults can be waited out; everything else is as a person gets it.
/// </summary>
public sealed class Cluster : IAsyncLifetime
{
    private const string Faster = "--controller-manager-arg=--node-monitor-grace-period=12s"
        + " --kubelet-arg=--node-lease-duration=8s"
        + " --apiserver-arg=--default-not-ready-toleration-seconds=2 --apiserver-arg=--default-unreachable-toleration-seconds=2";

    private readonly string _home = Directory.CreateTempSubdirectory("kube-e2e-").FullName;

    /// <summary>A shell in the repository with <c>kctl</c> on the path and the cluster's context as the current one.</summary>
    public Shell Shell { get; private set; } = null!;

    /// <summary>The cluster's data directory.</summary>
    public string Data => Path.Combine(_home, "data");

    /// <summary>The kubeconfig that <c>hack/up</c> merged its context into.</summary>
    public string Kubeconfig => Path.Combine(_home, "kubeconfig");

    /// <summary>What <c>hack/up</c> printed the first time.</summary>
    public string UpOutput { get; private set; } = "";

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Shell = new Shell(Repository.Root, new Dictionary<string, string>
        {
            ["PATH"] = $"{Repository.Root}/bin:{string.Join(Path.PathSeparator, KubectlClients.Folders)}",
            ["KUBECONFIG"] = Kubeconfig,
            ["KUBE_DATA"] = Data,
            ["HOME"] = _home,
            ["DOTNET_CLI_HOME"] = Environment.GetEnvironmentVariable("HOME") ?? _home,
            ["NUGET_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? $"{Environment.GetEnvironmentVariable("HOME")}/.nuget/packages",
        });
        try
        {
            UpOutput = (await UpAsync()).Output;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs <c>hack/up</c>; starts what does not run.</summary>
    public Task<ShellResult> UpAsync() => Shell.RunAsync($"./hack/up --nodes 2 --port 16443 --etcd-port 12379 {Faster}", limit: TimeSpan.FromMinutes(5));

    /// <summary>Kills one of the cluster's processes the hard way and returns when it is gone.</summary>
    public Task KillAsync(string process) => Shell.RunAsync(
        $"read -r pid start < {Data}/run/{process}.pid && kill -9 $pid && while [ -e /proc/$pid ] && ! grep -q 'State:.Z' /proc/$pid/status; do sleep 0.05; done");

    /// <summary>A namespace of its own for one test; deleted in the background at its end.</summary>
    public async Task<TestNamespace> NamespaceAsync(string name)
    {
        await Shell.RunAsync($"kctl create namespace {name}");
        return new TestNamespace(Shell, name);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!Directory.Exists(_home))
        {
            return;
        }

        var kept = Environment.GetEnvironmentVariable("KUBE_E2E_KEEP_LOGS");
        if (!string.IsNullOrEmpty(kept))
        {
            await Shell.TryAsync($"mkdir -p {kept} && cp -r {Data}/logs {kept}/");
        }

        await Shell.TryAsync("./hack/down --purge");
        Directory.Delete(_home, recursive: true);
    }
}

/// <summary>A namespace that goes with the test that made it.</summary>
public sealed class TestNamespace(Shell shell, string name) : IAsyncDisposable
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await shell.TryAsync($"kctl delete namespace {name} --wait=false");
}
