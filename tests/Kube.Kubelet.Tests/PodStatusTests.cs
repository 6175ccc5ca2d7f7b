using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Tests;

public sealed class PodStatusTests
{
    [Fact]
    public void Status_NothingThere_IsPendingAndCreating()
    {
        var status = new Seen().Status();
        Assert.Equal(PodPhase.Pending, status.Phase);
        Assert.Equal("ContainerCreating", status.ContainerStatuses![0].State!.Waiting!.Reason);
        Assert.Equal(("False", "ContainersNotReady", "containers with unready status: [main]"), Condition(status, "Ready"));
        Assert.Equal(("False", null, null), Condition(status, "PodReadyToStartContainers"));
        Assert.Equal(("True", null, null), Condition(status, "PodScheduled"));
        Assert.Null(status.PodIP);
        Assert.Equal("10.1.0.1", status.HostIP);
    }

    [Fact]
    public void Status_Running_IsReady()
    {
        var status = new Seen().Sandbox().Running("main", 2).Status();
        var container = status.ContainerStatuses![0];
        Assert.Equal(PodPhase.Running, status.Phase);
        Assert.Equal(("docker://main-2", "docker://sha256:1", 2), (container.ContainerID, container.ImageID, container.RestartCount));
        Assert.True(container.Ready);
        Assert.True(container.Started);
        Assert.Equal(("True", null, null), Condition(status, "Ready"));
        Assert.Equal(("10.1.0.2", "10.1.0.2"), (status.PodIP, status.PodIPs![0].Ip));
    }

    [Fact]
    public void Status_ReadinessProbe_DecidesReady()
    {
        static void Spec(PodSpec s) => s.Containers![0].ReadinessProbe = new Probe();
        Assert.False(new Seen(Spec).Sandbox().Running("main").Status().ContainerStatuses![0].Ready);
        Assert.True(new Seen(Spec).Sandbox().Running("main").Probe("main-0", new ProbeVerdict(true, true)).Status().ContainerStatuses![0].Ready);
    }

    [Fact]
    public void Status_StartupProbe_HoldsStartedBack()
    {
        var status = new Seen(s => s.Containers![0].StartupProbe = new Probe()).Sandbox().Running("main").Status().ContainerStatuses![0];
        Assert.False(status.Started);
        Assert.False(status.Ready);
    }

    [Fact]
    public void Status_Stopping_IsNotReady() =>
        Assert.False(new Seen().Sandbox().Running("main").Stop("main-0", new StopProgress(Seen.Now, 30, TermSent: true)).Status().ContainerStatuses![0].Ready);

    [Fact]
    public void Status_InBackOff_WaitsWithLastState()
    {
        var container = new Seen().Sandbox().Exited("main", 3).BackOff("main", TimeSpan.FromSeconds(10)).Status().ContainerStatuses![0];
        Assert.Equal("CrashLoopBackOff", container.State!.Waiting!.Reason);
        Assert.Equal((3, "Error"), (container.LastState!.Terminated!.ExitCode, container.LastState.Terminated.Reason));
    }

    [Theory]
    [InlineData("Never", 0, "Succeeded")]
    [InlineData("Never", 1, "Failed")]
    [InlineData("OnFailure", 0, "Succeeded")]
    [InlineData("OnFailure", 1, "Running")]
    [InlineData("Always", 0, "Running")]
    public void Status_ContainerEnded_PhaseFollowsPolicy(string policy, int exitCode, string phase) =>
        Assert.Equal(phase, new Seen(s => s.RestartPolicy = policy).Sandbox().Exited("main", exitCode).Status().Phase);

    [Fact]
    public void Status_Succeeded_ConditionsSayCompleted()
    {
        var status = new Seen(s => s.RestartPolicy = "Never").Sandbox().Exited("main", 0).Status();
        Assert.Equal(("True", "PodCompleted", null), Condition(status, "Initialized"));
        Assert.Equal(("False", "PodCompleted", null), Condition(status, "Ready"));
        Assert.Equal("Completed", status.ContainerStatuses![0].State!.Terminated!.Reason);
    }

    [Fact]
    public void Status_InitRunning_OthersWaitForIt()
    {
        var status = new Seen(s => s.InitContainers = [Seen.Container("one")]).Sandbox().Running("one", role: ContainerRole.Init).Status();
        Assert.Equal(PodPhase.Pending, status.Phase);
        Assert.Equal("PodInitializing", status.ContainerStatuses![0].State!.Waiting!.Reason);
        Assert.Equal(("False", "ContainersNotInitialized", "containers with incomplete status: [one]"), Condition(status, "Initialized"));
    }

    [Fact]
    public void Status_InitFailedNever_IsFailed() => Assert.Equal(
        PodPhase.Failed,
        new Seen(s => { s.RestartPolicy = "Never"; s.InitContainers = [Seen.Container("one")]; }).Sandbox().Exited("one", 1, role: ContainerRole.Init).Status().Phase);

    [Fact]
    public void Status_Rejected_ShowsItsReasonOnly()
    {
        var status = new Seen().End(new PodEnd(0, PodPhase.Failed, "OutOfcpu", "too much")).Status();
        Assert.Equal((PodPhase.Failed, "OutOfcpu", "too much"), (status.Phase, status.Reason, status.Message));
        Assert.Null(status.ContainerStatuses);
    }

    [Fact]
    public void Status_Unchanged_KeepsTransitionTimes()
    {
        var before = new Seen().Sandbox().Running("main").Status();
        before.Conditions!.ForEach(c => c.LastTransitionTime = Seen.Now.AddHours(-1));
        var after = new Seen().Sandbox().Running("main").Last(before).Status();
        Assert.All(after.Conditions!, c => Assert.Equal(Seen.Now.AddHours(-1), c.LastTransitionTime));
        Assert.Null(PodStatusChange.Patch("uid", after, new Seen().Sandbox().Running("main").Last(after).Status()));
    }

    [Fact]
    public void Status_ReadinessGate_IsAskedFor()
    {
        var seen = new Seen(s => s.ReadinessGates = [new PodReadinessGate { ConditionType = "my/gate" }]).Sandbox().Running("main");
        Assert.Equal(("False", "ReadinessGatesNotReady", "corresponding condition of pod readiness gate \"my/gate\" does not exist."), Condition(seen.Status(), "Ready"));
        seen.Pod.Status = new PodStatus { Conditions = [new PodCondition { Type = "my/gate", Status = "True" }] };
        Assert.Equal("True", Condition(seen.Status(), "Ready").Item1);
        Assert.Equal("True", Condition(seen.Status(), "my/gate").Item1);
    }

    [Fact]
    public void Patch_ReasonGone_IsTakenAway()
    {
        var before = new Seen().Status();
        var after = new Seen().Sandbox().Running("main").Status();
        var patch = PodStatusChange.Patch("uid", before, after)!;
        var ready = patch["status"]!["conditions"]!.AsArray().Single(c => (string?)c!["type"] == "Ready")!.AsObject();
        Assert.True(ready.ContainsKey("reason"));
        Assert.Null(ready["reason"]);
        Assert.Equal("uid", (string?)patch["metadata"]!["uid"]);
        Assert.False(patch["status"]!.AsObject().ContainsKey("hostIP"));
    }

    private static (string?, string?, string?) Condition(PodStatus status, string type)
    {
        var condition = status.Conditions!.Single(c => c.Type == type);
        return (condition.Status, condition.Reason, condition.Message);
    }
}
