using Kube.Testing;

namespace Kube.Storage.Tests;

public class MemoryStoreTests : StoreSuite
{
    private readonly FakeTimeProvider _clock = new();

    public MemoryStoreTests() => Store = new MemoryStore(_clock);

    protected override IStore Store { get; }

    protected override void PassTime(TimeSpan time) => _clock.Advance(time);
}
