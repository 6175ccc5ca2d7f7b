using Kube.Testing;

namespace Kube.Client.Tests.Work;

public sealed class WorkQueueTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Add_SameKeyTwice_IsTakenOnce()
    {
        using var queue = new WorkQueue<string>(_time);
        queue.Add("a");
        queue.Add("a");

        Assert.Equal("a", await queue.TakeAsync(default));
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public async Task Add_WhileInWork_ComesBackAfterDone()
    {
        using var queue = new WorkQueue<string>(_time);
        queue.Add("a");
        await queue.TakeAsync(default);
        queue.Add("a");
        Assert.Equal(0, queue.Count);

        queue.Done("a");
        Assert.Equal("a", await queue.TakeAsync(default));
    }

    [Fact]
    public async Task AddAfter_EarlierTimeWins()
    {
        using var queue = new WorkQueue<string>(_time);
        queue.AddAfter("a", TimeSpan.FromSeconds(10));
        queue.AddAfter("a", TimeSpan.FromSeconds(1));
        queue.AddAfter("a", TimeSpan.FromSeconds(5));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("a", await queue.TakeAsync(default));
        queue.Done("a");
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(0, queue.Count);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(5, 80)]
    [InlineData(18, 655_360)]
    [InlineData(19, 1_000_000)]
    [InlineData(100, 1_000_000)]
    public void AddRateLimited_NthTime_WaitsTwiceAsLongUpToTheCap(int times, int milliseconds)
    {
        using var queue = new WorkQueue<string>(_time);
        for (var i = 1; i < times; i++)
        {
            queue.AddRateLimited("a");
        }

        _time.Advance(TimeSpan.FromHours(1));
        Drain(queue);
        queue.AddRateLimited("a");
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        Assert.Equal(0, queue.Count);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, queue.Count);
    }

    [Fact]
    public void Forget_AfterRetries_StartsOver()
    {
        using var queue = new WorkQueue<string>(_time);
        queue.AddRateLimited("a");
        queue.AddRateLimited("a");
        Assert.Equal(2, queue.Retries("a"));
        queue.Forget("a");
        Assert.Equal(0, queue.Retries("a"));
    }

    [Fact]
    public async Task TakeAsync_Cancelled_LosesNoKey()
    {
        using var queue = new WorkQueue<string>(_time);
        using var cancel = new CancellationTokenSource();
        var take = queue.TakeAsync(cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => take);

        queue.Add("a");
        Assert.Equal("a", await queue.TakeAsync(default));
    }

    private static void Drain(WorkQueue<string> queue)
    {
        if (queue.Count > 0)
        {
            queue.Done(queue.TakeAsync(default).AsTask().GetAwaiter().GetResult());
        }
    }
}
