using Etcdserverpb;
using Kube.Testing;

namespace Kube.Etcd.Tests;

public class TlsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_WithAuthorityAndClientCertificate_IsServedAndOthersAreNot()
    {
        using var authority = new TestAuthority();
        using var stranger = new TestAuthority();
        await using var etcd = await EtcdProcess.StartNewAsync(authority.Files);
        var good = new EtcdClientOptions
        {
            Endpoints = [etcd.Endpoint],
            CertificateAuthorities = [authority.Authority],
            ClientCertificate = authority.Client,
            CallTimeout = TimeSpan.FromSeconds(5),
        };
        using (var client = new EtcdClient(good, TimeProvider.System))
        {
            Assert.NotEmpty((await client.StatusAsync(new StatusRequest(), Cancel)).Version);
        }

        await Task.WhenAll(
            RefusedAsync(good with { ClientCertificate = null }),
            RefusedAsync(good with { CertificateAuthorities = [stranger.Authority] }),
            RefusedAsync(good with { ClientCertificate = stranger.Client }));
    }

    private static async Task RefusedAsync(EtcdClientOptions bad)
    {
        using var client = new EtcdClient(bad, TimeProvider.System);
        var failure = await Assert.ThrowsAsync<EtcdException>(() => client.StatusAsync(new StatusRequest(), Cancel));
        Assert.Equal(EtcdCode.Unavailable, failure.Code);
    }
}
