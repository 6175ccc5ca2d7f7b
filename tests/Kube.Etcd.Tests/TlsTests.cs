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
            CallTimeout = TimeSpan.FromSeconds(2),
        };
        using (var client = new EtcdClient(good, TimeProvider.System))
        {
            Assert.NotEmpty((await client.StatusAsync(new StatusRequest(), Cancel)).Version);
        }

        foreach (var bad in (EtcdClientOptions[])[good with { ClientCertificate = null }, good with { CertificateAuthorities = [stranger.Authority] }, good with { ClientCertificate = stranger.Client }])
        {
            using var client = new EtcdClient(bad, TimeProvider.System);
            var failure = await Assert.ThrowsAsync<EtcdException>(() => client.StatusAsync(new StatusRequest(), Cancel));
            Assert.Equal(EtcdCode.Unavailable, failure.Code);
        }
    }
}
