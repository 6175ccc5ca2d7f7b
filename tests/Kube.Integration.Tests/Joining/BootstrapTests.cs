using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kube.Api.Authentication.V1;
using Kube.Api.Certificates.V1;
using Kube.Client;
using Kube.Hosting;
using Kube.Testing;

namespace Kube.Integration.Tests.Joining;

/// <summary>How a machine with nothing but a token becomes a node, and stays one: the kubelet's credentials against a real server, approver and signer.</summary>
public sealed class BootstrapTests(JoinableCluster cluster) : IClassFixture<JoinableCluster>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Join_GoodToken_MachineIsTheNodeAndServesWithItsName()
    {
        var machine = new Machine(cluster, "n1", TimeProvider.System);
        var config = await machine.JoinAsync(await cluster.NewTokenAsync(TimeSpan.FromMinutes(10)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(machine.Kubeconfig));
        await AssertIsNodeAsync(config, "n1");

        await using var running = machine.Run(config);
        await Eventually.HoldsAsync(s_patience, () => Task.FromResult(machine.Credentials.Serving.Current is null ? "no serving certificate" : null));
        var serving = machine.Credentials.Serving.Current!;
        Assert.Equal("O=system:nodes, CN=system:node:n1", serving.Subject);
        Assert.True(serving.MatchesHostname("n1"));
        Assert.False(serving.MatchesHostname("n2"));
        Assert.Equal("1.3.6.1.5.5.7.3.1", Assert.Single(serving.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages.Cast<Oid>()).Value);
        Assert.True(IsOfTheCluster(serving));
    }

    [Fact]
    public async Task Join_AfterARestart_NeedsNoToken()
    {
        var machine = new Machine(cluster, "restarted", TimeProvider.System);
        await machine.JoinAsync(await cluster.NewTokenAsync(TimeSpan.FromMinutes(10)));
        File.Delete(machine.BootstrapKubeconfig);
        var config = await machine.Restarted().ConnectAsync(machine.Kubeconfig, machine.BootstrapKubeconfig, TestContext.Current.CancellationToken);
        await AssertIsNodeAsync(config, "restarted");
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("expired")]
    public async Task Join_TokenThatIsNoGood_IsRefusedInOneLineWithTheNextStep(string kind)
    {
        var token = kind == "wrong" ? "wrong1.0123456789abcdef" : await cluster.NewTokenAsync(TimeSpan.FromMinutes(-1));
        var machine = new Machine(cluster, $"refused-{kind}", TimeProvider.System);
        var refused = await Assert.ThrowsAsync<StartupException>(() => machine.JoinAsync(token));
        Assert.Equal(401, Assert.IsType<ApiException>(refused.InnerException).Code);
        Assert.Equal("the cluster refused the token: it is wrong, expired or deleted; make a new one on a machine of the control plane: kctl token create --print-join-command", refused.Message);
        Assert.False(File.Exists(machine.Kubeconfig));

        var kctl = await cluster.KctlAsync($"join {cluster.Address} --token {token} --ca-cert-hash {cluster.Hash}");
        Assert.Equal((1, $"error: {refused.Message}\n"), (kctl.ExitCode, kctl.Error));
    }

    [Fact]
    public async Task Join_AnotherAuthorityThanMeant_IsRefusedByKctl()
    {
        var meant = "sha256:" + new string('0', 64);
        var kctl = await cluster.KctlAsync($"join {cluster.Address} --token abcdef.0123456789abcdef --ca-cert-hash {meant}");
        Assert.Equal(1, kctl.ExitCode);
        Assert.Equal($"error: {cluster.Address} is not the cluster you mean: its authority has the hash {cluster.Hash}, not {meant}; compare with 'kctl token create --print-join-command' on a machine of the control plane\n", kctl.Error);
    }

    [Fact]
    public async Task Join_NameOfANodeThatWorks_IsRefused()
    {
        var node = new NodeBuilder("taken").Build();
        node.Metadata!.Uid = null;
        var status = node.Status;
        var created = await cluster.Client.CreateAsync(node);
        created.Status = status;
        await cluster.Client.UpdateStatusAsync(created);
        var token = await cluster.NewTokenAsync(TimeSpan.FromMinutes(10));

        // The approver sees the node in its cache: a request it decides before that is approved, as for a node that is not there yet.
        await Eventually.HoldsAsync(s_patience, async () =>
        {
            try
            {
                await new Machine(cluster, "taken", TimeProvider.System).JoinAsync(token);
                return "approved";
            }
            catch (StartupException e)
            {
                Assert.StartsWith("the cluster refused this node: a node named taken exists and is Ready; delete it first (kctl delete node taken)", e.Message, StringComparison.Ordinal);
                return null;
            }
        });
    }

    [Fact]
    public async Task Run_CertificatesNearTheirEnd_AreReplacedAtFourFifthsOfTheirLife()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var machine = new Machine(cluster, "renewed", time);
        var joining = machine.JoinAsync(await cluster.NewTokenAsync(TimeSpan.FromMinutes(10)));
        await DriveAsync(time, () => joining.IsCompleted);
        var config = await joining;
        var first = config.RenewedCertificate!().Thumbprint;
        await using var running = machine.Run(config);
        await DriveAsync(time, () => machine.Credentials.Serving.Current is not null && time.PendingTimers == 2);
        var firstServing = machine.Credentials.Serving.Current!.Thumbprint;

        time.Advance(JoinableCluster.Life * 0.75);
        Assert.Equal(1, await AskedAsync("system:node:renewed"));

        time.Advance(JoinableCluster.Life * 0.06);
        await DriveAsync(time, () => config.RenewedCertificate!().Thumbprint != first && machine.Credentials.Serving.Current!.Thumbprint != firstServing);
        Assert.Equal(3, await AskedAsync("system:node:renewed"));
        await AssertIsNodeAsync(config, "renewed");
    }

    /// <summary>How many certificates somebody has asked for.</summary>
    private async Task<int> AskedAsync(string user) => (await cluster.Client.ListAsync<CertificateSigningRequest>(null)).Items!.Count(r => r.Spec!.Username == user);

    private static async Task AssertIsNodeAsync(ClientConfig config, string name)
    {
        using var client = new KubeClient(config);
        var who = await client.CreateAsync(new SelfSubjectReview());
        Assert.Equal($"system:node:{name}", who.Status!.UserInfo!.Username);
        Assert.Contains("system:nodes", who.Status.UserInfo.Groups!);
    }

    /// <summary>Lets the machine's time go on until something is so. Its clock is its own; the cluster answers in real time.</summary>
    private static Task DriveAsync(FakeTimeProvider time, Func<bool> done) => Eventually.HoldsAsync(s_patience, () =>
    {
        if (done())
        {
            return Task.FromResult<string?>(null);
        }

        time.Advance(TimeSpan.FromSeconds(0.5));
        return Task.FromResult<string?>($"at {time.GetUtcNow():u} it is not so yet");
    });

    private bool IsOfTheCluster(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(cluster.Authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
