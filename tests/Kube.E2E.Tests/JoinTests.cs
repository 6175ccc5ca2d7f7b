using Kube.Testing;

namespace Kube.E2E.Tests;

/// <summary>A machine joins with a token, works, and leaves; with a token that is no good it is told so.</summary>
public sealed class JoinTests(Cluster cluster)
{
    private Shell Shell => cluster.Shell;

    [Fact]
    public async Task Join_GoodToken_NodeIsReadyRunsPodsAndLeaves()
    {
        await using var ns = await cluster.NamespaceAsync("joining");
        await Shell.RunAsync("$(kctl token create --ttl 10m --print-join-command) --node-name joined-1");
        try
        {
            await Shell.RunAsync("kctl wait --for=condition=Ready node/joined-1 --timeout=20s");
            await Shell.RunAsync("""kctl run guest -n joining --image=kube.local/echo:1 --restart=Never --dry-run=client -o json | sed 's/"spec": {/"spec": {"nodeName": "joined-1",/' | kctl apply -n joining -f -""");
            await Shell.RunAsync("kctl wait -n joining --for=condition=Ready pod/guest --timeout=30s");
            Assert.Contains("serving version 1", (await Shell.RunAsync("kctl logs -n joining guest")).Output, StringComparison.Ordinal);
            Assert.Equal("600", (await Shell.RunAsync($"stat -c %a {cluster.Data}/joined/joined-1/kubelet.kubeconfig")).Text);
            await Shell.RunAsync("kctl delete pod -n joining guest");
        }
        finally
        {
            await Shell.TryAsync("kctl leave --node-name joined-1");
        }

        Assert.DoesNotContain("joined-1", (await Shell.RunAsync("kctl get nodes")).Output, StringComparison.Ordinal);
        Assert.Equal("", (await Shell.RunAsync("docker ps -aq --filter label=kube.local/node=joined-1")).Text);
    }

    [Theory]
    [InlineData("aaaaaa.0123456789abcdef")]
    [InlineData("$(t=$(kctl token create); kctl token delete $t > /dev/null; echo $t)")]
    [InlineData("$(t=$(kctl token create --ttl 1s); kctl wait --for=delete -n kube-system secret/bootstrap-token-${t%.*} --timeout=20s > /dev/null; echo $t)")]
    public async Task Join_TokenThatIsNoGood_IsRefusedInOneLineWithTheNextStep(string token)
    {
        var result = await Shell.TryAsync($"kctl join 127.0.0.1:16443 --token {token} --unsafe-skip-ca-verification --node-name joined-2");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("error: the cluster refused the token: it is wrong, expired or deleted; make a new one on a machine of the control plane: kctl token create --print-join-command", result.Error.TrimEnd());
    }
}
