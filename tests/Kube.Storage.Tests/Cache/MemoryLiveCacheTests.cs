namespace Kube.Storage.Tests.Cache;

public class MemoryLiveCacheTests : LiveCacheSuite
{
    protected override IStore Store { get; } = new MemoryStore(TimeProvider.System);
}
