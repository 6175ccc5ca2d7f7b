using Kube.Testing;

namespace Kube.Integration.Tests.Api;

/// <summary>What people do to Deployments with kubectl, on a control plane whose pods only pretend to run.</summary>
public class KubectlWorkloadTests
{
    [Theory]
    [MemberData(nameof(Kubectl.Versions), MemberType = typeof(Kubectl))]
    public async Task Deployment_WholeLife(string version)
    {
        await using var cluster = await TestCluster.StartAsync(new NodeBuilder("node-a"), new NodeBuilder("node-b"));
        var kubectl = new Kubectl(cluster.Server, version);
        Assert.Equal("deployment.apps/web created", await kubectl.RunAsync("create deployment web --image=kube.local/echo:1 --replicas=3"));
        Assert.Contains("successfully rolled out", await RolledOutAsync(kubectl), StringComparison.Ordinal);
        Assert.Matches(@"(?m)^web +3/3 +3 +3 +\S+ +echo +kube.local/echo:1 +app=web$", await kubectl.RunAsync("get deploy -o wide"));
        Assert.Matches(@"(?m)^node-a +Ready +<none> ", await kubectl.RunAsync("get nodes"));
        Assert.Contains("replicaset.apps/web-", await kubectl.RunAsync("get all"), StringComparison.Ordinal);

        Assert.Equal("deployment.apps/web scaled", await kubectl.RunAsync("scale deployment web --replicas=5"));
        await RolledOutAsync(kubectl);
        Assert.Equal("5", await kubectl.RunAsync("get deploy web -o jsonpath='{.status.readyReplicas}'"));
        Assert.Equal("deployment.apps/web condition met", await kubectl.RunAsync("wait --for=condition=Available deployment/web --timeout=60s"));
        Assert.Contains("Replicas:               5 desired | 5 updated | 5 total | 5 available | 0 unavailable", await kubectl.RunAsync("describe deployment web"), StringComparison.Ordinal);

        await kubectl.RunAsync("delete deployment web");
        await kubectl.RunAsync("wait --for=delete pod -l app=web --timeout=60s");
        Assert.Equal("", await kubectl.RunAsync("get pods,rs,deploy -o name"));
    }

    [Theory]
    [MemberData(nameof(Kubectl.Versions), MemberType = typeof(Kubectl))]
    public async Task Rollout_Update_Undo_Pause_Restart(string version)
    {
        await using var cluster = await TestCluster.StartAsync(new NodeBuilder("node-a"), new NodeBuilder("node-b"));
        var kubectl = new Kubectl(cluster.Server, version);
        await kubectl.RunAsync("create deployment web --image=kube.local/echo:1 --replicas=2");
        await RolledOutAsync(kubectl);
        Assert.Equal("deployment.apps/web image updated", await kubectl.RunAsync("set image deployment/web echo=kube.local/echo:2"));
        await RolledOutAsync(kubectl);
        Assert.Equal("kube.local/echo:2", await ImageAsync(kubectl));
        Assert.Matches(@"(?s)deployment.apps/web.*REVISION +CHANGE-CAUSE\n1 .*\n2 ", await kubectl.RunAsync("rollout history deployment/web"));
        Assert.Contains("kube.local/echo:1", await kubectl.RunAsync("rollout history deployment/web --revision=1"), StringComparison.Ordinal);

        Assert.Equal("deployment.apps/web rolled back", await kubectl.RunAsync("rollout undo deployment/web"));
        await RolledOutAsync(kubectl);
        Assert.Equal("kube.local/echo:1", await ImageAsync(kubectl));

        Assert.Equal("deployment.apps/web paused", await kubectl.RunAsync("rollout pause deployment/web"));
        await kubectl.RunAsync("set image deployment/web echo=kube.local/echo:3");
        Assert.Equal("deployment.apps/web resumed", await kubectl.RunAsync("rollout resume deployment/web"));
        await RolledOutAsync(kubectl);

        Assert.Equal("deployment.apps/web restarted", await kubectl.RunAsync("rollout restart deployment/web"));
        await RolledOutAsync(kubectl);
        Assert.NotEqual("", await kubectl.RunAsync("get deploy web -o jsonpath='{.spec.template.metadata.annotations}'"));

        await kubectl.RunAsync("set image deployment/web echo=kube.local/missing:1");
        Assert.Contains("timed out waiting", await kubectl.FailAsync("rollout status deployment/web --timeout=2s"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kubectl.Versions), MemberType = typeof(Kubectl))]
    public async Task Run_Expose_Events_Namespace(string version)
    {
        await using var cluster = await TestCluster.StartAsync(new NodeBuilder("node-a"));
        var kubectl = new Kubectl(cluster.Server, version);
        await kubectl.RunAsync("create namespace shop");
        await kubectl.RunAsync("run web -n shop --image=kube.local/echo:1 --port=8080");
        await kubectl.RunAsync("wait -n shop --for=condition=Ready pod/web --timeout=60s");
        Assert.Equal("service/web exposed", await kubectl.RunAsync("expose pod web -n shop --port=80 --target-port=8080"));
        await cluster.Client.UntilAsync<Kube.Api.Core.V1.Endpoints>("shop", "web", e => e.Subsets?.Count == 1);
        Assert.Matches(@"(?m)^web +10\.9\.\d+\.\d+:8080", await kubectl.RunAsync("get endpoints web -n shop 2>/dev/null"));
        await cluster.Client.UntilAsync<Kube.Api.Core.V1.Event>("shop", all => all.Any(e => e.Reason == "Scheduled"));
        Assert.Contains("Successfully assigned shop/web to node-a", await kubectl.RunAsync("get events -n shop"), StringComparison.Ordinal);
        Assert.Matches(@"(?s)Name: +node-a.*shop +web ", await kubectl.RunAsync("describe node node-a"));

        Assert.Equal("node/node-a cordoned", await kubectl.RunAsync("cordon node-a"));
        Assert.Matches(@"(?m)^node-a +Ready,SchedulingDisabled ", await kubectl.RunAsync("get nodes"));
        Assert.Equal("node/node-a uncordoned", await kubectl.RunAsync("uncordon node-a"));
        Assert.Contains("namespace \"shop\" deleted", await kubectl.RunAsync("delete namespace shop --timeout=60s"), StringComparison.Ordinal);
        Assert.Contains("NotFound", await kubectl.FailAsync("get namespace shop"), StringComparison.Ordinal);
    }

    private static Task<string> RolledOutAsync(Kubectl kubectl) => kubectl.RunAsync("rollout status deployment/web --timeout=60s");

    private static Task<string> ImageAsync(Kubectl kubectl) => kubectl.RunAsync("get deploy web -o jsonpath='{.spec.template.spec.containers[0].image}'");
}
