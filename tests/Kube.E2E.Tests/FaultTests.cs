using Kube.Testing;

namespace Kube.E2E.Tests;

/// <summary>Things break one at a time; the cluster converges, nothing acknowledged is lost, and what serves goes on serving.</summary>
public sealed class FaultTests(Cluster cluster)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private Shell Shell => cluster.Shell;

    [Fact]
    public async Task Container_KilledByDocker_IsRestartedInItsPod()
    {
        await using var ns = await cluster.NamespaceAsync("fault-kill");
        await RunAsync(ns, 1);
        var pod = await FirstPodAsync(ns);
        await Shell.RunAsync($"docker kill $(docker ps -q --filter label=io.kubernetes.pod.namespace={ns.Name} --filter label=io.kubernetes.container.name=web)");
        await Eventually.HoldsAsync(s_limit, async () =>
        {
            var state = await GetAsync(ns, $"pod {pod} -o jsonpath='{{.status.containerStatuses[0].restartCount}} {{.status.containerStatuses[0].ready}} {{.status.containerStatuses[0].lastState.terminated.exitCode}}'");
            return state == "1 true 137" ? null : state;
        });
    }

    [Fact]
    public async Task Pod_Deleted_IsReplaced()
    {
        await using var ns = await cluster.NamespaceAsync("fault-delete");
        await RunAsync(ns, 2);
        var pod = await FirstPodAsync(ns);
        await Shell.RunAsync($"kctl -n {ns.Name} delete pod {pod}");
        await ReadyAsync(ns, 2);
        Assert.DoesNotContain(pod, await GetAsync(ns, "pods -o name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kubelet_KilledBeyondTheGracePeriod_PodsMoveAndNoDuplicatesRemain()
    {
        await using var ns = await cluster.NamespaceAsync("fault-kubelet");
        await RunAsync(ns, 4);
        await cluster.KillAsync("kubelet-node-2");
        await Shell.RunAsync("kctl wait --for=condition=Ready=Unknown node/node-2 --timeout=40s");
        await Eventually.HoldsAsync(s_limit, async () =>
        {
            var pods = await GetAsync(ns, "pods --field-selector spec.nodeName=node-1,status.phase=Running -o name");
            return pods.Split('\n').Length == 4 ? null : pods;
        });

        await cluster.UpAsync();
        await Shell.RunAsync("kctl wait --for=condition=Ready node/node-2 --timeout=40s");
        await Eventually.HoldsAsync(s_limit, async () =>
        {
            var pods = await GetAsync(ns, "pods -o name");
            var containers = (await Shell.RunAsync($"docker ps -q --filter label=io.kubernetes.pod.namespace={ns.Name} --filter label=io.kubernetes.container.name=web")).Text;
            return pods.Split('\n').Length == 4 && containers.Split('\n').Length == 4 ? null : $"{pods}\n{containers}";
        });
    }

    [Fact]
    public async Task Kubelet_RestartedQuickly_AdoptsItsPodsUntouched()
    {
        await using var ns = await cluster.NamespaceAsync("fault-adopt");
        await RunAsync(ns, 2);
        var before = await ContainersAsync(ns);
        await cluster.KillAsync("kubelet-node-1");
        await cluster.KillAsync("kubelet-node-2");
        await cluster.UpAsync();
        await Shell.RunAsync($"kctl -n {ns.Name} scale deployment web --replicas=3");
        await ReadyAsync(ns, 3);
        Assert.Superset(before, await ContainersAsync(ns));
    }

    [Fact]
    public async Task ApiServer_KilledUnderWrites_NoAcknowledgedObjectIsLost()
    {
        await using var ns = await cluster.NamespaceAsync("fault-apiserver");
        await RunAsync(ns, 2);
        var url = await ExposeAsync(ns);
        await using var load = new HttpLoad(url, workers: 2);
        using var writer = Shell.Start($"for i in $(seq 1 1000); do kctl -n {ns.Name} create configmap c-$i --from-literal=i=$i -o name 2>/dev/null || break; done");
        var acknowledged = new List<string>();
        while (acknowledged.Count < 5)
        {
            acknowledged.Add((await writer.StandardOutput.ReadLineAsync())!);
        }

        await cluster.KillAsync("kube-apiserver");
        while (await writer.StandardOutput.ReadLineAsync() is { } line)
        {
            acknowledged.Add(line);
        }

        await cluster.UpAsync();
        var stored = (await GetAsync(ns, "configmaps -o name")).Split('\n').ToHashSet();
        Assert.DoesNotContain(acknowledged, name => !stored.Contains(name));
        await Shell.RunAsync($"kctl -n {ns.Name} scale deployment web --replicas=3");
        await ReadyAsync(ns, 3);
        await load.StopAsync();
        Assert.Empty(load.Failures);
    }

    [Fact]
    public async Task Etcd_KilledAndRestarted_ClusterGoesOn()
    {
        await using var ns = await cluster.NamespaceAsync("fault-etcd");
        await RunAsync(ns, 2);
        var url = await ExposeAsync(ns);
        await using var load = new HttpLoad(url, workers: 2);
        await cluster.KillAsync("etcd");
        var refused = await Shell.TryAsync($"kctl -n {ns.Name} create configmap lost --request-timeout=3s");
        Assert.NotEqual(0, refused.ExitCode);
        await cluster.UpAsync();
        await Eventually.HoldsAsync(s_limit, async () =>
        {
            var result = await Shell.TryAsync($"kctl -n {ns.Name} scale deployment web --replicas=3");
            return result.ExitCode == 0 ? null : result.ToString();
        });
        await ReadyAsync(ns, 3);
        await load.StopAsync();
        Assert.Empty(load.Failures);
    }

    [Fact]
    public async Task Docker_Restarted_PodsComeBack()
    {
        await using var ns = await cluster.NamespaceAsync("fault-docker");
        await RunAsync(ns, 2);
        await Shell.RunAsync("""
            pid=$(cat /var/run/docker.pid); mapfile -d '' -t command < /proc/$pid/cmdline
            kill -TERM $pid; while [ -e /proc/$pid ] && ! grep -q 'State:.Z' /proc/$pid/status; do sleep 0.05; done
            docker_restart() { setsid nohup "${command[@]}" > /dev/null 2>&1 < /dev/null & }
            docker_restart; until docker version > /dev/null 2>&1; do sleep 0.1; done
            """);
        await Eventually.HoldsAsync(s_limit, async () =>
        {
            var result = await Shell.TryAsync($"kctl -n {ns.Name} scale deployment web --replicas=3 && kctl -n {ns.Name} rollout status deployment/web --timeout=30s");
            return result.ExitCode == 0 ? null : result.ToString();
        });
        var url = await ExposeAsync(ns);
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        Assert.StartsWith("version: 1", await client.GetStringAsync(url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cluster_DownAndUp_BringsBackWhatRan()
    {
        await using var ns = await cluster.NamespaceAsync("fault-down");
        await RunAsync(ns, 2);
        await Shell.RunAsync("./hack/down");
        Assert.Equal("", (await Shell.RunAsync("docker ps -aq --filter label=kube.local/node=node-1 --filter label=kube.local/node=node-2")).Text);
        await cluster.UpAsync();
        await ReadyAsync(ns, 2);
    }

    private async Task RunAsync(TestNamespace ns, int replicas)
    {
        await Shell.RunAsync($"kctl -n {ns.Name} run web --image=kube.local/echo:1 --replicas={replicas} --port=8080");
        await ReadyAsync(ns, replicas);
    }

    private async Task ReadyAsync(TestNamespace ns, int replicas)
    {
        await Eventually.HoldsAsync(s_limit, async () =>
        {
            var ready = await GetAsync(ns, "deployment web -o jsonpath='{.status.readyReplicas}/{.status.replicas}'");
            var running = await GetAsync(ns, "pods --no-headers");
            return ready == $"{replicas}/{replicas}" && running.Split('\n').Count(l => l.Contains(" Running ", StringComparison.Ordinal)) == replicas ? null : $"{ready}\n{running}";
        });
    }

    private async Task<string> ExposeAsync(TestNamespace ns)
    {
        await Shell.RunAsync($"kctl -n {ns.Name} expose deployment web --port=80 --target-port=8080");
        var url = $"http://{await GetAsync(ns, "service web -o jsonpath='{.spec.clusterIP}'")}/";
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(15), async () => (await Shell.TryAsync($"curl -sf -m 2 {url}")).ExitCode == 0 ? null : $"{url} does not answer");
        return url;
    }

    private async Task<string> GetAsync(TestNamespace ns, string what) => (await Shell.RunAsync($"kctl -n {ns.Name} get {what}")).Text;

    private async Task<string> FirstPodAsync(TestNamespace ns) => await GetAsync(ns, "pods -o jsonpath='{.items[0].metadata.name}'");

    private async Task<HashSet<string>> ContainersAsync(TestNamespace ns) =>
        [.. (await Shell.RunAsync($"docker ps -q --filter label=io.kubernetes.pod.namespace={ns.Name}")).Text.Split('\n')];
}
