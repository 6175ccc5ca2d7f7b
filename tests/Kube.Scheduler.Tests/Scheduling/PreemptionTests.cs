using Kube.Api.Core.V1;
using Kube.Scheduler.Queue;
using Kube.Testing;

namespace Kube.Scheduler.Tests.Scheduling;

public class PreemptionTests
{
    [Fact]
    public async Task ImportantPod_NodeFullOfLessImportant_TakesTheFewestAndLeastImportant()
    {
        await using var bench = new LoopBench();
        bench.AddNode(new NodeBuilder("a").Capacity("1"));
        var low = new PodBuilder("low").Priority(1).Requests("500m").On("a");
        bench.AddPod(low);
        bench.AddPod(new PodBuilder("middle").Priority(5).Requests("500m").On("a"));
        bench.AddPod(new PodBuilder("vip").Priority(10).Requests("500m"));
        await bench.UntilAsync(() => bench.Queue.Count(QueuePlace.Unschedulable) == 1);
        Assert.Equal(["low"], bench.Writer.Deleted);
        var (_, condition, nominated) = Assert.Single(bench.Writer.Conditions);
        Assert.Equal("a", nominated);
        Assert.Equal("0/1 nodes are available: 1 Insufficient cpu.", condition.Message);

        bench.DeletePod(low);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.UntilAsync(() => bench.Writer.Bound.ContainsKey("uid-default-vip"));
    }

    [Fact]
    public async Task ImportantPod_TwoNodes_PrefersTheNodeWithTheLessImportantVictims()
    {
        await using var bench = new LoopBench();
        bench.AddNode(new NodeBuilder("a").Capacity("1"));
        bench.AddNode(new NodeBuilder("b").Capacity("1"));
        bench.AddPod(new PodBuilder("p5").Priority(5).Requests("1").On("a"));
        bench.AddPod(new PodBuilder("p3").Priority(3).Requests("1").On("b"));
        bench.AddPod(new PodBuilder("vip").Priority(10).Requests("1"));
        await bench.UntilAsync(() => !bench.Writer.Deleted.IsEmpty);
        Assert.Equal(["p3"], bench.Writer.Deleted);
    }

    [Fact]
    public async Task PodOfEqualPriority_NobodyToPreempt_SaysSo()
    {
        await using var bench = new LoopBench();
        bench.AddNode(new NodeBuilder("a").Capacity("1"));
        bench.AddNode(new NodeBuilder("b").Taint("no"));
        bench.AddPod(new PodBuilder("p").Requests("1").On("a"));
        bench.AddPod(new PodBuilder("x").Requests("1"));
        await bench.UntilAsync(() => !bench.Writer.Events.IsEmpty);
        Assert.Equal(
        [
            "Warning FailedScheduling 0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint {no: }. "
            + "preemption: 0/2 nodes are available: 1 No preemption victims found for incoming pod, 1 Preemption is not helpful for scheduling.",
        ], bench.Writer.Events);
    }

    [Fact]
    public async Task PodThatMayNotPreempt_SaysSo()
    {
        await using var bench = new LoopBench();
        bench.AddNode(new NodeBuilder("a").Capacity("1"));
        bench.AddPod(new PodBuilder("p").Requests("1").On("a"));
        bench.AddPod(new PodBuilder("x").Priority(10).Requests("1").With(p => p.Spec!.PreemptionPolicy = PreemptionPolicy.Never));
        await bench.UntilAsync(() => !bench.Writer.Events.IsEmpty);
        Assert.EndsWith("1 Insufficient cpu. preemption: not eligible due to preemptionPolicy=Never.", bench.Writer.Events.Single(), StringComparison.Ordinal);
    }
}
