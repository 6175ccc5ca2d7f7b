namespace Kube.Storage.Tests;

public class EtcdStoreTests(EtcdFixture fixture) : StoreSuite, IClassFixture<EtcdFixture>
{
    protected override IStore Store { get; } = fixture.Open();

    /// <summary>etcd's time passes by itself; the tests wait for what it brings.</summary>
    protected override void PassTime(TimeSpan time)
    {
    }
}
