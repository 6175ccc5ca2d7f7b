using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Testing;

namespace Kube.Scheduler.Tests.Scheduling;

public class SchedulingLoopTests
{
    [Fact]
    public async Task Pod_NodeFits_IsBoundAndSaysSo()
    {
        await using var bench = new LoopBench();
        bench.AddNode(new NodeBuilder("a"));
        bench.AddPod(new PodBuilder("x"));
        await bench.UntilAsync(() => !bench.Writer.Events.IsEmpty);
        Assert.Equal("a", bench.Writer.Bound["uid-default-x"]);
        Assert.Equal(["Normal Scheduled Successfully assigned default/x to a"], bench.Writer.Events);
    }

    [Fact]
    public async Task Pod_OfAnotherScheduler_IsIgnored()
    {
        await using var bench = new LoopBench();
        bench.AddNode(new NodeBuilder("a"));
        bench.AddPod(new PodBuilder("theirs").With(p => p.Spec!.SchedulerName = "other"));
        bench.AddPod(new PodBuilder("ours"));
        await bench.UntilAsync(() => bench.Writer.Bound.Count == 1);
        Assert.Equal(["uid-default-ours"], bench.Writer.Bound.Keys);
    }

    [Fact]
    public async Task Pod_NothingFits_GetsConditionAndEventOnceThenWaitsForTheNode()
    {
        await using var bench = new LoopBench();
        bench.AddNode(new NodeBuilder("a").Capacity("1"));
        bench.AddPod(new PodBuilder("x").Requests("2"));
        await bench.UntilAsync(() => bench.Queue.Count(Kube.Scheduler.Queue.QueuePlace.Unschedulable) == 1);
        var (_, condition, _) = Assert.Single(bench.Writer.Conditions);
        Assert.Equal(("PodScheduled", "False", "Unschedulable"), (condition.Type, condition.Status, condition.Reason));
        const string Message = "0/1 nodes are available: 1 Insufficient cpu. "
            + "preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.";
        Assert.Equal(Message, condition.Message);
        Assert.Equal([$"Warning FailedScheduling {Message}"], bench.Writer.Events);

        bench.AddNode(new NodeBuilder("b").Capacity("4"));
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.UntilAsync(() => bench.Writer.Bound.Count == 1);
    }

    [Fact]
    public async Task Pod_NoNodesAtAll_SaysSo()
    {
        await using var bench = new LoopBench();
        bench.AddPod(new PodBuilder("x"));
        await bench.UntilAsync(() => !bench.Writer.Events.IsEmpty);
        Assert.Equal(["Warning FailedScheduling no nodes available to schedule pods"], bench.Writer.Events);
    }

    [Fact]
    public async Task Pod_RoomIsFreed_IsTriedAgain()
    {
        await using var bench = new LoopBench();
        bench.AddNode(new NodeBuilder("a").Capacity("1"));
        var first = new PodBuilder("first").Requests("1").On("a");
        bench.AddPod(first);
        bench.AddPod(new PodBuilder("second").Requests("1"));
        await bench.UntilAsync(() => bench.Queue.Count(Kube.Scheduler.Queue.QueuePlace.Unschedulable) == 1);
        bench.DeletePod(first);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.UntilAsync(() => bench.Writer.Bound.ContainsKey("uid-default-second"));
    }

    [Fact]
    public async Task Bind_Refused_IsTriedAgainAfterBackOff()
    {
        await using var bench = new LoopBench();
        var refusals = 1;
        bench.Writer.BeforeBind = (_, _) => Interlocked.Decrement(ref refusals) >= 0 ? throw Refusal() : Task.CompletedTask;
        bench.AddNode(new NodeBuilder("a"));
        bench.AddPod(new PodBuilder("x"));
        await bench.UntilAsync(() => bench.Queue.Count(Kube.Scheduler.Queue.QueuePlace.BackOff) == 1);
        Assert.Equal(0, bench.Cache.AssumedCount);
        Assert.Equal(["Warning FailedScheduling binding rejected: try later"], bench.Writer.Events);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.UntilAsync(() => bench.Writer.Bound.Count == 1);
    }

    [Fact]
    public async Task Bind_AnswerLost_AsksAndDoesNotBindTwice()
    {
        await using var bench = new LoopBench();
        bench.Writer.AfterBind = (_, _) => throw new IOException("connection reset");
        bench.AddNode(new NodeBuilder("a"));
        bench.AddPod(new PodBuilder("x"));
        await bench.UntilAsync(() => !bench.Writer.Events.IsEmpty);
        Assert.Equal(["Normal Scheduled Successfully assigned default/x to a"], bench.Writer.Events);
        Assert.Equal(1, bench.Cache.AssumedCount);
    }

    [Fact]
    public async Task Bind_SlowServer_DoesNotHoldUpDecisions()
    {
        await using var bench = new LoopBench();
        var release = new TaskCompletionSource();
        var waiting = 0;
        bench.Writer.BeforeBind = async (_, _) =>
        {
            Interlocked.Increment(ref waiting);
            await release.Task;
        };
        bench.AddNode(new NodeBuilder("a"));
        for (var i = 0; i < 4; i++)
        {
            bench.AddPod(new PodBuilder($"x{i}"));
        }

        await bench.UntilAsync(() => Volatile.Read(ref waiting) == 4);
        release.SetResult();
        await bench.UntilAsync(() => bench.Writer.Bound.Count == 4);
    }

    [Fact]
    public async Task Bind_ManyConcurrentFailures_NeverOvercommitsANode()
    {
        await using var bench = new LoopBench();
        var random = new Random(3);
        bench.Writer.BeforeBind = async (_, _) =>
        {
            await Task.Yield();
            int dice;
            lock (random)
            {
                dice = random.Next(3);
            }

            if (dice == 0)
            {
                throw Refusal();
            }
        };
        bench.Writer.AfterBind = (pod, node) =>
        {
            bool lost;
            lock (random)
            {
                lost = random.Next(4) == 0;
            }

            bench.Confirm(pod, node);
            if (lost)
            {
                throw new IOException("connection reset");
            }
        };
        for (var i = 0; i < 4; i++)
        {
            bench.AddNode(new NodeBuilder($"n{i}").Capacity("1"));
        }

        for (var i = 0; i < 60; i++)
        {
            bench.AddPod(new PodBuilder($"x{i}").Requests("100m"));
        }

        await bench.UntilAsync(() =>
        {
            bench.Time.Advance(TimeSpan.FromSeconds(10));
            return bench.Writer.Bound.Count == 40;
        });
        Assert.All(bench.Writer.Bound.GroupBy(pair => pair.Value), node => Assert.Equal(10, node.Count()));
    }

    private static ApiException Refusal() => new(new Status { Code = 409, Reason = "Conflict", Message = "try later" });
}
