using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Plugins;
using Kube.Scheduler.Queue;
using Kube.Testing;

namespace Kube.Scheduler.Tests.Queue;

public sealed class SchedulingQueueTests : IDisposable
{
    private static readonly IRejectingPlugin[] s_taints = [new TaintToleration()];
    private readonly FakeTimeProvider _time = new();
    private readonly SchedulingQueue _queue;

    public SchedulingQueueTests() => _queue = new SchedulingQueue(_time, new QueueOptions(), [new SchedulingGates()]);

    public void Dispose() => _queue.Dispose();

    [Fact]
    public async Task TakeAsync_SeveralPods_ByPriorityThenByTime()
    {
        Set(new PodBuilder("first"));
        _time.Advance(TimeSpan.FromSeconds(1));
        Set(new PodBuilder("second"));
        Set(new PodBuilder("important").Priority(10));
        Assert.Equal(["important", "first", "second"], [await TakeNameAsync(), await TakeNameAsync(), await TakeNameAsync()]);
    }

    [Fact]
    public async Task TakeAsync_RemovedPod_IsNotHandedOut()
    {
        Set(new PodBuilder("gone"));
        Set(new PodBuilder("there"));
        _queue.Remove("uid-default-gone");
        Assert.Equal("there", await TakeNameAsync());
    }

    [Fact]
    public async Task TakeAsync_EmptyQueue_WaitsForAPod()
    {
        var taking = TakeNameAsync();
        Assert.False(taking.IsCompleted);
        Set(new PodBuilder("late"));
        Assert.Equal("late", await taking);
    }

    [Fact]
    public async Task ReturnUnschedulable_NoEvent_StaysUntilTheFlush()
    {
        await RejectAsync();
        _time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(1, _queue.Count(QueuePlace.Unschedulable));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, _queue.Count(QueuePlace.Active));
    }

    [Theory]
    [InlineData(nameof(ClusterEvent.NodeAdded), true)]
    [InlineData(nameof(ClusterEvent.NodeTaints), true)]
    [InlineData(nameof(ClusterEvent.AssignedPodDeleted), false)]
    [InlineData(nameof(ClusterEvent.NodeAllocatable), false)]
    public async Task Notify_Event_WakesOnlyPodsWhoseRuleWaitsForIt(string name, bool wakes)
    {
        await RejectAsync();
        _time.Advance(TimeSpan.FromSeconds(30));
        _queue.Notify(Enum.Parse<ClusterEvent>(name));
        Assert.Equal(wakes ? QueuePlace.Active : QueuePlace.Unschedulable, _queue.Find("uid-default-x")!.Place);
    }

    [Fact]
    public async Task Notify_RightAfterAFailure_WaitsForTheBackOff()
    {
        await RejectAsync();
        _queue.Notify(ClusterEvent.NodeAdded);
        Assert.Equal(1, _queue.Count(QueuePlace.BackOff));
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(1, _queue.Count(QueuePlace.BackOff));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("x", await TakeNameAsync());
    }

    [Fact]
    public async Task ReturnFailed_AgainAndAgain_BackOffGrowsToTenSeconds()
    {
        Set(new PodBuilder("x"));
        foreach (var seconds in (int[])[1, 2, 4, 8, 10, 10])
        {
            _queue.ReturnFailed(await TakeAsync());
            _time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
            Assert.Equal(1, _queue.Count(QueuePlace.BackOff));
            _time.Advance(TimeSpan.FromTicks(1));
            Assert.Equal(1, _queue.Count(QueuePlace.Active));
        }
    }

    [Fact]
    public async Task Notify_WhilePodIsInFlight_CountsWhenItIsHandedBack()
    {
        Set(new PodBuilder("x"));
        var pod = await TakeAsync();
        _queue.Notify(ClusterEvent.NodeAdded);
        _queue.ReturnUnschedulable(pod, s_taints);
        Assert.Equal(1, _queue.Count(QueuePlace.BackOff));
    }

    [Fact]
    public async Task ReturnUnschedulable_WithoutRules_AnyEventWakes()
    {
        Set(new PodBuilder("x"));
        _queue.ReturnUnschedulable(await TakeAsync(), []);
        Assert.Equal(1, _queue.Count(QueuePlace.Unschedulable));
        _queue.Notify(ClusterEvent.NamespaceLabels);
        Assert.Equal(1, _queue.Count(QueuePlace.BackOff));
    }

    [Fact]
    public async Task ReturnUnschedulable_PodRemovedMeanwhile_IsForgotten()
    {
        Set(new PodBuilder("x"));
        var pod = await TakeAsync();
        _queue.Remove(pod.Pod.Uid);
        _queue.ReturnUnschedulable(pod, s_taints);
        Assert.Null(_queue.Find("uid-default-x"));
    }

    [Fact]
    public async Task Set_StatusOnlyChange_DoesNotWake()
    {
        await RejectAsync();
        Set(new PodBuilder("x").With(p => p.Status!.Message = "new"));
        Assert.Equal(1, _queue.Count(QueuePlace.Unschedulable));
        Set(new PodBuilder("x").Tolerates("team"));
        Assert.Equal(1, _queue.Count(QueuePlace.BackOff));
    }

    [Fact]
    public async Task Set_GatedPod_EntersWhenItsLastGateFalls()
    {
        Set(new PodBuilder("x").Gate("a").Gate("b"));
        Set(new PodBuilder("x").Gate("b"));
        Assert.Equal(1, _queue.Count(QueuePlace.Gated));
        Set(new PodBuilder("x"));
        Assert.Equal("x", await TakeNameAsync());
    }

    private void Set(PodBuilder pod) => _queue.Set(new PodFacts(pod.Build()));

    private async Task RejectAsync()
    {
        Set(new PodBuilder("x"));
        _queue.ReturnUnschedulable(await TakeAsync(), s_taints);
    }

    private Task<QueuedPod> TakeAsync() => _queue.TakeAsync(TestContext.Current.CancellationToken);

    private async Task<string> TakeNameAsync() => (await TakeAsync()).Pod.Name;
}
