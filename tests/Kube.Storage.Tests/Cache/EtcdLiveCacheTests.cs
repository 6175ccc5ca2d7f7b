namespace Kube.Storage.Tests.Cache;

public class EtcdLiveCacheTests(EtcdFixture fixture) : LiveCacheSuite, IClassFixture<EtcdFixture>
{
    protected override IStore Store { get; } = fixture.Open();
}
