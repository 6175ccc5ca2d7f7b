using Kube.Storage.Cache;
using Kube.Testing;

namespace Kube.Storage.Tests.Cache;

public class EventWindowTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Add_BusyResource_GrowsUpToItsBound()
    {
        var window = Fill(new CacheOptions { MinWindow = 4, MaxWindow = 10 }, 30);
        Assert.Equal((10, 20), (window.Count, window.Floor));
        Assert.Equal(Enumerable.Range(21, 10).Select(i => (long)i), window.After(20).Select(c => c.Revision));
        Assert.Equal([30L], window.After(29).Select(c => c.Revision));
        Assert.Empty(window.After(30));
        Assert.Empty(window.After(99));
        Assert.Throws<CompactedException>(() => window.After(19));
    }

    [Fact]
    public void Add_OldestChangeIsOld_DoesNotGrow()
    {
        var options = new CacheOptions { MinWindow = 4, MaxWindow = 100 };
        var window = Fill(options, 4);
        _clock.Advance(options.WindowAge * 2);
        Fill(window, 5, 8);
        Assert.Equal((4, 4), (window.Count, window.Floor));
    }

    [Fact]
    public void Add_LargeObjects_KeepsToItsBytes()
    {
        var size = Change(20).Size;
        var window = Fill(new CacheOptions { MaxWindowBytes = size * 3 }, 20);
        Assert.Equal((3, 17), (window.Count, window.Floor));
    }

    [Fact]
    public void Reset_Anything_BeginsAnew()
    {
        var window = Fill(new CacheOptions(), 20);
        window.Reset(50);
        Assert.Empty(window.After(50));
        Assert.Throws<CompactedException>(() => window.After(49));
    }

    private EventWindow Fill(CacheOptions options, int count)
    {
        var window = new EventWindow(options, _clock);
        Fill(window, 1, count);
        return window;
    }

    private static void Fill(EventWindow window, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            window.Add(Change(i));
        }
    }

    private static CacheChange Change(long revision) =>
        new(null, new EntryReader(Samples.Pods, new StringPool()).Read(Samples.PodKey("a", "p"), revision, Samples.Pod("a", "p")), revision);
}
