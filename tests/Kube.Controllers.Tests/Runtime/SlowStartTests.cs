using Kube.Controllers.Runtime;

namespace Kube.Controllers.Tests.Runtime;

public class SlowStartTests
{
    [Theory]
    [InlineData(10, 100, 10, 10)] // all succeed
    [InlineData(10, 0, 0, 1)] // the first fails: one call
    [InlineData(10, 1, 1, 3)] // the second batch of two is tried to its end
    [InlineData(10, 4, 4, 7)]
    [InlineData(0, 0, 0, 0)]
    public async Task RunAsync_FailsAfterSome_StopsAfterThatBatch(int count, int succeedFirst, int succeeded, int started)
    {
        var calls = 0;
        var result = await SlowStart.RunAsync(count, () => ++calls <= succeedFirst ? Task.CompletedTask : throw new InvalidOperationException("no"), CancellationToken.None);
        Assert.Equal((succeeded, started, calls), (result.Succeeded, result.Started, started));
        Assert.Equal(succeeded < started, result.Error is not null);
    }
}
