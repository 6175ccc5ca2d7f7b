using Kube.Testing;

namespace Kube.E2E.Tests;

/// <summary><c>kctl why</c> and <c>kctl doctor</c>: the true reason and a command that mends it, tried by running that command.</summary>
public sealed class WhyTests(Cluster cluster)
{
    private Shell Shell => cluster.Shell;

    [Fact]
    public async Task Why_PodWaits_NamesRuleNodesAndTheSmallestChange()
    {
        await using var ns = await cluster.NamespaceAsync("why-waits");
        await CreateAsync(ns.Name, """
            apiVersion: v1
            kind: Pod
            metadata: {name: big}
            spec: {containers: [{name: main, image: kube.local/echo:1, resources: {requests: {cpu: "1000"}}}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: picky}
            spec: {nodeSelector: {why.example/disk: ssd}, containers: [{name: main, image: kube.local/echo:1}]}
            """);
        var big = await WhyAsync(ns.Name, "pod/big", "Insufficient cpu");
        Assert.Contains("2 nodes refused by NodeResourcesFit: Insufficient cpu", big, StringComparison.Ordinal);
        Assert.Contains("cpu: asks 1k, free ", big, StringComparison.Ordinal);
        Assert.Contains("-> lower requests.cpu from 1k to ", big, StringComparison.Ordinal);

        var picky = await WhyAsync(ns.Name, "picky", "NodeAffinity");
        Assert.Contains("label why.example/disk=ssd is asked for, the node has no such label", picky, StringComparison.Ordinal);
        var mend = picky.Split('\n').Select(line => line.Trim()).First(line => line.StartsWith("kctl label node", StringComparison.Ordinal));
        await Shell.RunAsync(mend);
        await Shell.RunAsync($"kctl -n {ns.Name} wait --for=condition=Ready pod/picky --timeout=60s");
        await Shell.RunAsync("kctl label nodes --all why.example/disk-");
        Assert.DoesNotContain("kube.local/", (await Shell.RunAsync($"kctl -n {ns.Name} get pod big -o jsonpath='{{.metadata.annotations}}' | sed 's/kubectl.kubernetes.io[^}}]*//'")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_NodesAreTainted_NamesTheTaint()
    {
        await using var ns = await cluster.NamespaceAsync("why-taint");
        await Shell.RunAsync("kctl taint nodes --all why=x:NoSchedule");
        try
        {
            await Shell.RunAsync($"kctl -n {ns.Name} run web --image=kube.local/echo:1 --replicas=1");
            var text = await WhyAsync(ns.Name, "deploy/web", "TaintToleration");
            Assert.Contains("taint why=x:NoSchedule", text, StringComparison.Ordinal);
            Assert.Contains("-> tolerate it: spec.tolerations: [{key: why, value: x, effect: NoSchedule}]", text, StringComparison.Ordinal);
        }
        finally
        {
            await Shell.RunAsync("kctl taint nodes --all why-");
        }
    }

    [Fact]
    public async Task Why_PodRuns_ShowsScoresByRule()
    {
        await using var ns = await cluster.NamespaceAsync("why-runs");
        await Shell.RunAsync($"kctl -n {ns.Name} run web --image=kube.local/echo:1 --replicas=1");
        await Shell.RunAsync($"kctl -n {ns.Name} rollout status deploy/web --timeout=60s");
        var text = await WhyAsync(ns.Name, "deploy/web", "runs on node-");
        Assert.Contains("of 2 nodes, 2 would take the pod", text, StringComparison.Ordinal);
        Assert.Matches(@"NodeResourcesFit\s+1\s+\d+\s+\d+", text);
        Assert.Contains("\"state\": \"Scheduled\"", (await Shell.RunAsync($"kctl -n {ns.Name} why deploy/web -o json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_ContainerCrashes_ShowsExitCodeLogAndEvent()
    {
        await using var ns = await cluster.NamespaceAsync("why-crash");
        await CreateAsync(ns.Name, """
            apiVersion: v1
            kind: Pod
            metadata: {name: crash}
            spec: {containers: [{name: main, image: kube.local/echo:1, command: [sh, -c, "echo no database at db:5432; exit 3"]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: unset}
            spec: {containers: [{name: main, image: kube.local/echo:1, envFrom: [{configMapRef: {name: settings}}]}]}
            """);
        var crash = await WhyAsync(ns.Name, "crash", "crashes again and again");
        Assert.Contains("last exit code 3", crash, StringComparison.Ordinal);
        Assert.Contains("| no database at db:5432", crash, StringComparison.Ordinal);
        Assert.Contains("ack-off ", crash, StringComparison.Ordinal);

        var unset = await WhyAsync(ns.Name, "unset", "CreateContainerConfigError");
        Assert.Contains($"kctl create configmap settings --from-literal=KEY=VALUE -n {ns.Name}", unset, StringComparison.Ordinal);
        await Shell.RunAsync($"kctl create configmap settings --from-literal=KEY=VALUE -n {ns.Name}");
        await Shell.RunAsync($"kctl -n {ns.Name} wait --for=condition=Ready pod/unset --timeout=60s");
    }

    [Fact]
    public async Task Why_QuotaIsFull_SaysWhatTheServerSaid()
    {
        await using var ns = await cluster.NamespaceAsync("why-quota");
        await CreateAsync(ns.Name, """
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: none}
            spec: {hard: {pods: "0"}}
            """);
        await Shell.RunAsync($"kctl -n {ns.Name} run web --image=kube.local/echo:1 --replicas=1");
        var text = await WhyAsync(ns.Name, "deploy/web", "exceeded quota");
        Assert.Contains("1 of 1 pods cannot be made", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_BrokenLinks_AreMendedByTheCommandsItPrints()
    {
        await using var ns = await cluster.NamespaceAsync("doctor");
        await Shell.RunAsync($"kctl -n {ns.Name} run web --image=kube.local/echo:1 --replicas=2 --port=8080");
        await Shell.RunAsync($"kctl -n {ns.Name} expose deployment web --port=80 --target-port=8080");
        await Shell.RunAsync($"kctl -n {ns.Name} rollout status deploy/web --timeout=60s");
        var healthy = await DoctorAsync(ns.Name, 0, "to 2 endpoints");
        Assert.Matches(@"ok\s+proxy\s+node-1 hands 10\.96\.\d+\.\d+:80 to 2 endpoints", healthy);
        Assert.Matches(@"ok\s+connection\s+node-1 reaches 10\.96\.", healthy);

        await Shell.RunAsync($"kctl -n {ns.Name} patch service web -p '{{\"spec\":{{\"selector\":{{\"app\":\"wbe\"}}}}}}'");
        var selector = await DoctorAsync(ns.Name, 1, "app=wbe selects no pod");
        await Shell.RunAsync(Remedy(selector, "kctl set selector"));
        await DoctorAsync(ns.Name, 0, "reaches");

        await Shell.RunAsync($"kctl -n {ns.Name} patch service web --type=json -p '[{{\"op\":\"replace\",\"path\":\"/spec/ports/0/targetPort\",\"value\":9999}}]'");
        var port = await DoctorAsync(ns.Name, 1, "nothing listens on port 9999 of pod web-");
        await Shell.RunAsync(Remedy(port, "kctl patch service"));
        await DoctorAsync(ns.Name, 0, "reaches");

        await Shell.RunAsync($"kctl -n {ns.Name} patch deployment web -p '{{\"spec\":{{\"strategy\":{{\"type\":\"Recreate\",\"rollingUpdate\":null}},\"template\":{{\"spec\":{{\"containers\":[{{\"name\":\"web\",\"readinessProbe\":{{\"tcpSocket\":{{\"port\":9999}},\"periodSeconds\":1}}}}]}}}}}}}}'");
        var unready = await DoctorAsync(ns.Name, 1, "none of 2 pods is ready");
        Assert.Contains("does not succeed", (await Shell.RunAsync(Remedy(unready, "kctl why"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_WholeCluster_LooksAtNodesComponentsAndServices()
    {
        var text = (await Shell.TryAsync("kctl doctor")).Output;
        Assert.Matches(@"ok\s+node/node-1\s+ready", text);
        Assert.Matches(@"ok\s+kube-scheduler\s+the lease", text);
        Assert.Contains("service/kubernetes -n default", text, StringComparison.Ordinal);
    }

    private static string Remedy(string text, string begin) => text.Split('\n').Select(line => line.Trim()).First(line => line.StartsWith(begin, StringComparison.Ordinal));

    private Task CreateAsync(string ns, string manifest) => Shell.RunAsync($"kctl -n {ns} create -f - <<'E'\n{manifest}\nE");

    /// <summary>Asks until the answer says what it comes to: containers need a while to fail.</summary>
    private async Task<string> WhyAsync(string ns, string target, string expected)
    {
        var text = "";
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(40), async () =>
        {
            var result = await Shell.TryAsync($"kctl -n {ns} why {target}");
            text = result.Output;
            return text.Contains(expected, StringComparison.Ordinal) ? null : result.ToString();
        });
        return text;
    }

    /// <summary>Asks until the answer says what it comes to: controllers and the proxy need a moment to follow.</summary>
    private async Task<string> DoctorAsync(string ns, int exitCode, string expected)
    {
        var text = "";
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(30), async () =>
        {
            var result = await Shell.TryAsync($"kctl -n {ns} doctor svc/web");
            text = result.Output;
            return result.ExitCode == exitCode && text.Contains(expected, StringComparison.Ordinal) ? null : result.ToString();
        });
        return text;
    }
}
