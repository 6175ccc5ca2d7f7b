using Kube.Testing;

namespace Kube.E2E.Tests;

/// <summary>The first hour of a newcomer, command for command, with kctl and with unmodified kubectl.</summary>
public sealed class WalkTests(Cluster cluster)
{
    private Shell Shell => cluster.Shell;

    [Fact]
    public async Task Up_EmptyMachine_NodesAreReadyAndNextStepsPrinted()
    {
        Assert.Contains("Ready in", cluster.UpOutput, StringComparison.Ordinal);
        Assert.Contains("./bin/kctl run web", cluster.UpOutput, StringComparison.Ordinal);
        var nodes = await Shell.RunAsync("kctl get nodes --no-headers");
        Assert.Equal(["node-1", "node-2"], nodes.Text.Split('\n').Select(l => l.Split(' ')[0]));
        Assert.All(nodes.Text.Split('\n'), line => Assert.Contains(" Ready ", line, StringComparison.Ordinal));
        Assert.Contains("16443", (await Shell.RunAsync("kctl cluster-info")).Output, StringComparison.Ordinal);
        Assert.Contains("Server Version", (await Shell.RunAsync("kctl version")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Up_RunAgain_ChangesNothing()
    {
        var before = await Shell.RunAsync($"cat {cluster.Data}/run/*.pid");
        await cluster.UpAsync();
        var after = await Shell.RunAsync($"cat {cluster.Data}/run/*.pid");
        Assert.Equal(before.Output, after.Output);
    }

    [Theory]
    [InlineData("kctl run web --image=kube.local/echo:1 --replicas=6 --port=8080", "kctl", "walk-kctl")]
    [InlineData("kubectl create deployment web --image=kube.local/echo:1 --replicas=6 --port=8080", "kubectl.1.27", "walk-k127")]
    [InlineData("kubectl create deployment web --image=kube.local/echo:1 --replicas=6 --port=8080", "kubectl.1.33", "walk-k133")]
    public async Task Walk_RunExposeScaleUpdateRollBackDelete_EachStepShows(string create, string tool, string name)
    {
        await using var ns = await cluster.NamespaceAsync(name);
        Task<ShellResult> Do(string arguments) => Shell.RunAsync($"{tool} -n {name} {arguments}");

        await Shell.RunAsync(create.Replace("kubectl", tool, StringComparison.Ordinal) + $" -n {name}");
        Assert.Contains("successfully rolled out", (await Do("rollout status deployment/web --timeout=60s")).Output, StringComparison.Ordinal);
        var pods = (await Do("get pods -o wide --no-headers")).Text.Split('\n');
        Assert.Equal(6, pods.Length);
        Assert.All(pods, line => Assert.Matches(@"1/1\s+Running\s+0 ", line));
        Assert.Equal(3, pods.Count(line => line.Contains("node-1", StringComparison.Ordinal)));

        var all = (await Do("get all")).Output;
        Assert.Contains("deployment.apps/web", all, StringComparison.Ordinal);
        Assert.Contains("replicaset.apps/web-", all, StringComparison.Ordinal);
        Assert.Contains("replicas: 6", (await Do("get deploy web -o yaml")).Output, StringComparison.Ordinal);

        await Do("expose deployment web --port=80 --target-port=8080 --type=NodePort");
        var port = (await Do("get service web -o jsonpath='{.spec.ports[0].nodePort}'")).Text;
        var node = (await Do("get nodes -o jsonpath='{.items[0].status.addresses[?(@.type==\"InternalIP\")].address}'")).Text;
        await AnswersAsync($"http://{node}:{port}/", "version: 1");

        await Do("scale deployment web --replicas=9");
        await Do("rollout status deployment/web --timeout=60s");
        Assert.Equal("9", (await Do("get deploy web -o jsonpath='{.status.readyReplicas}'")).Text);
        await Do("scale --replicas=2 deployment/web");
        await Do("wait --for=jsonpath='{.status.replicas}'=2 deployment/web --timeout=30s");

        await Do("set image deployment/web *=kube.local/echo:2");
        await Do("rollout status deployment/web --timeout=60s");
        await AnswersAsync($"http://{node}:{port}/", "version: 2");
        Assert.Contains("2", (await Do("rollout history deployment/web")).Output, StringComparison.Ordinal);
        await Do("rollout undo deployment/web");
        await Do("rollout status deployment/web --timeout=60s");
        await AnswersAsync($"http://{node}:{port}/", "version: 1");

        await Eventually.HoldsAsync(TimeSpan.FromSeconds(20), async () => (await Do("get pods -l app=web -o name")).Text is var names && names.Split('\n').Length == 2 ? null : names);
        var pod = (await Do("get pods -l app=web -o jsonpath='{.items[0].metadata.name}'")).Text;
        Assert.Contains("serving version 1", (await Do($"logs {pod}")).Output, StringComparison.Ordinal);
        Assert.Single((await Do($"logs {pod} --tail 1")).Text.Split('\n'));
        var described = (await Do($"describe pod {pod}")).Output;
        Assert.Contains("Successfully assigned", described, StringComparison.Ordinal);
        Assert.Contains("kube.local/echo:1", described, StringComparison.Ordinal);
        foreach (var what in new[] { "deployment web", "service web", "replicaset", "node node-1" })
        {
            Assert.Contains("Name:", (await Do($"describe {what}")).Output, StringComparison.Ordinal);
        }

        await Do("delete service web");
        await Do("delete deployment web");
        await Do("wait --for=delete pod --all --timeout=40s");
    }

    [Theory]
    [InlineData("kctl")]
    [InlineData("kubectl")]
    public async Task Apply_TwoTierExample_FrontReadsBackByName(string tool)
    {
        var name = $"two-tier-{tool}";
        await using var ns = await cluster.NamespaceAsync(name);
        await Shell.RunAsync($"{tool} -n {name} apply -f examples/two-tier.yaml");
        foreach (var tier in new[] { "back", "front" })
        {
            await Shell.RunAsync($"{tool} -n {name} rollout status deployment/{tier} --timeout=60s");
        }

        var address = (await Shell.RunAsync($"{tool} -n {name} get service front -o jsonpath='{{.spec.clusterIP}}'")).Text;
        await AnswersAsync($"http://{address}/", ": hello from back-");
        var again = await Shell.RunAsync($"{tool} -n {name} apply -f examples/two-tier.yaml");
        Assert.All(again.Text.Split('\n'), line => Assert.EndsWith("unchanged", line, StringComparison.Ordinal));
        await Shell.RunAsync($"{tool} -n {name} delete -f examples/two-tier.yaml");
    }

    [Fact]
    public async Task Apply_ByKctlThenKubectlThenKctl_EachContinuesWhereTheOtherLeft()
    {
        const string name = "apply-both";
        await using var ns = await cluster.NamespaceAsync(name);
        string Manifest(string extra) => $$"""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: shared, namespace: {{name}}}
            data: {keep: "1"{{extra}}}
            """;

        Assert.Contains("created", (await Shell.RunAsync("kctl apply -f -", Manifest(", a: v, b: w"))).Output, StringComparison.Ordinal);
        Assert.Contains("configured", (await Shell.RunAsync("kubectl apply -f -", Manifest(", b: u"))).Output, StringComparison.Ordinal);
        Assert.Contains("unchanged", (await Shell.RunAsync("kctl apply -f -", Manifest(", b: u"))).Output, StringComparison.Ordinal);
        Assert.Contains("configured", (await Shell.RunAsync("kctl apply -f -", Manifest(""))).Output, StringComparison.Ordinal);
        Assert.Equal("{\"keep\":\"1\"}", (await Shell.RunAsync($"kubectl -n {name} get configmap shared -o jsonpath='{{.data}}'")).Text);
    }

    [Fact]
    public async Task Apply_WordPressWithoutRegistry_EverythingButThePullWorks()
    {
        const string name = "wordpress";
        await using var ns = await cluster.NamespaceAsync(name);
        await Shell.RunAsync($"kctl -n {name} apply -f examples/wordpress.yaml");
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(60), async () =>
        {
            var pods = (await Shell.RunAsync($"kctl -n {name} get pods --no-headers")).Text;
            return pods.Split('\n') is { Length: 2 } lines && lines.All(l => l.Contains("ErrImagePull", StringComparison.Ordinal) || l.Contains("ImagePullBackOff", StringComparison.Ordinal)) ? null : pods;
        });
        Assert.Contains("Failed to pull image", (await Shell.RunAsync($"kctl -n {name} describe pods")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await Shell.RunAsync($"kctl -n {name} get services -o name")).Text.Split('\n').Length);
        Assert.Equal("change-me", (await Shell.RunAsync($"kctl -n {name} get secret wordpress-db -o jsonpath='{{.data.password}}' | base64 -d")).Text);
        await Shell.RunAsync($"kctl -n {name} delete -f examples/wordpress.yaml");
    }

    private static async Task AnswersAsync(string url, string expected)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        client.DefaultRequestHeaders.ConnectionClose = true;
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(15), async () =>
        {
            try
            {
                var answer = await client.GetStringAsync(url);
                return answer.Contains(expected, StringComparison.Ordinal) ? null : $"{url} answered {answer}";
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                return $"{url}: {e.Message}";
            }
        });
    }
}
