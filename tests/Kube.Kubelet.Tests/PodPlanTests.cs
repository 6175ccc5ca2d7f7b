using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Tests;

public sealed class PodPlanTests
{
    [Fact]
    public void Plan_NothingThere_CreatesTheSandbox() => Assert.Equal(new CreateSandbox(0), Assert.Single(new Seen().Plan().Actions));

    [Fact]
    public void Plan_SandboxRuns_StartsEveryContainer()
    {
        var seen = new Seen(s => s.Containers!.Add(Seen.Container("second"))).Sandbox();
        Assert.Equal(["main", "second"], seen.Plan().Actions.Cast<StartContainer>().Select(a => a.Spec.Name));
    }

    [Fact]
    public void Plan_InitContainers_GoOneAfterTheOther()
    {
        static void Spec(PodSpec s) => s.InitContainers = [Seen.Container("one"), Seen.Container("two")];
        Assert.Equal("one", Started(new Seen(Spec).Sandbox()));
        Assert.Empty(new Seen(Spec).Sandbox().Running("one", role: ContainerRole.Init).Plan().Actions);
        Assert.Equal("two", Started(new Seen(Spec).Sandbox().Exited("one", 0, role: ContainerRole.Init)));
        Assert.Equal("main", Started(new Seen(Spec).Sandbox().Exited("one", 0, role: ContainerRole.Init).Exited("two", 0, role: ContainerRole.Init)));
    }

    [Fact]
    public void Plan_SidecarNotStarted_HoldsTheOthersBack()
    {
        static void Spec(PodSpec s) => s.InitContainers =
            [Seen.Container("side", c => { c.RestartPolicy = "Always"; c.StartupProbe = new Probe(); })];
        Assert.Empty(new Seen(Spec).Sandbox().Running("side", role: ContainerRole.Init).Plan().Actions);
        var started = new Seen(Spec).Sandbox().Running("side", role: ContainerRole.Init).Probe("side-0", new ProbeVerdict(true, true));
        Assert.Equal("main", Started(started));
    }

    [Theory]
    [InlineData("Always", 0, true)]
    [InlineData("Always", 1, true)]
    [InlineData("OnFailure", 0, false)]
    [InlineData("OnFailure", 1, true)]
    [InlineData("Never", 0, false)]
    [InlineData("Never", 1, false)]
    public void Plan_ContainerEnded_RestartsByPolicy(string policy, int exitCode, bool restarts)
    {
        var plan = new Seen(s => s.RestartPolicy = policy).Sandbox().Exited("main", exitCode).Plan();
        Assert.Equal(restarts, plan.Actions.OfType<StartContainer>().Any(a => a.Attempt == 1));
    }

    [Fact]
    public void Plan_WithinBackOff_WaitsAndSaysSo()
    {
        var plan = new Seen().Sandbox().Exited("main", 1).BackOff("main", TimeSpan.FromSeconds(20)).Plan();
        Assert.Empty(plan.Actions);
        Assert.Equal("CrashLoopBackOff", plan.Waiting["main"].Reason);
        Assert.StartsWith("back-off 20s restarting failed container=main pod=web_default(", plan.Waiting["main"].Message, StringComparison.Ordinal);
        Assert.Equal(Seen.Now.AddSeconds(19), plan.RecheckAt);
    }

    [Fact]
    public void Plan_Held_WaitsUntilThen()
    {
        var until = Seen.Now.AddSeconds(5);
        var plan = new Seen().Sandbox().Hold("main", new Hold("ErrImagePull", "no", until)).Plan();
        Assert.Empty(plan.Actions);
        Assert.Equal(until, plan.RecheckAt);
    }

    [Theory]
    [InlineData("liveness")]
    [InlineData("startup")]
    public void Plan_ProbeFailed_StopsTheContainer(string probe)
    {
        var plan = new Seen().Sandbox().Running("main").Probe("main-0", new ProbeVerdict(true, true, probe)).Plan();
        Assert.Equal("main-0", Assert.IsType<BeginStop>(Assert.Single(plan.Actions)).Container.Id);
    }

    [Fact]
    public void Plan_ImageChanged_StopsTheContainer()
    {
        var seen = new Seen().Sandbox().Running("main");
        seen.Pod.Spec!.Containers![0].Image = "kube.local/echo:2";
        Assert.IsType<BeginStop>(Assert.Single(seen.Plan().Actions));
    }

    [Fact]
    public void Plan_SandboxDied_EndsItsContainersThenMakesAnother()
    {
        Assert.IsType<BeginStop>(Assert.Single(new Seen().Sandbox(ContainerPhase.Exited).Running("main").Plan().Actions));
        Assert.Equal(new CreateSandbox(1), Assert.Single(new Seen().Sandbox(ContainerPhase.Exited).Exited("main", 137).Plan().Actions));
    }

    [Fact]
    public void Plan_NewSandbox_RunsInitContainersAgain()
    {
        var seen = new Seen(s => s.InitContainers = [Seen.Container("one")]).Sandbox(attempt: 1).Exited("one", 0, role: ContainerRole.Init).Exited("main", 137);
        var start = seen.Plan().Actions.OfType<StartContainer>().Single();
        Assert.Equal(("one", 1), (start.Spec.Name, start.Attempt));
    }

    [Fact]
    public void Plan_StopBegun_SignalsThenKills()
    {
        var stop = new StopProgress(Seen.Now.AddSeconds(-5), 30);
        Assert.IsType<SendTerm>(Assert.Single(new Seen().Sandbox().Running("main").Stop("main-0", stop).Plan().Actions));
        var waiting = new Seen().Sandbox().Running("main").Stop("main-0", stop with { TermSent = true }).Plan();
        Assert.Empty(waiting.Actions);
        Assert.Equal(Seen.Now.AddSeconds(25), waiting.RecheckAt);
        Assert.IsType<SendKill>(Assert.Single(new Seen().Sandbox().Running("main").Stop("main-0", stop with { TermSent = true, GraceSeconds = 5 }).Plan().Actions));
    }

    [Fact]
    public void Plan_HookRunning_WaitsForItOnlyAsLongAsGraceLasts()
    {
        var hook = new StopProgress(Seen.Now, 10, HookRunning: true);
        Assert.Empty(new Seen().Sandbox().Running("main").Stop("main-0", hook).Plan().Actions);
        Assert.IsType<SendKill>(Assert.Single(new Seen().Sandbox().Running("main").Stop("main-0", hook with { Since = Seen.Now.AddSeconds(-10) }).Plan().Actions));
    }

    [Fact]
    public void Plan_Deleted_StopsAppsThenSidecarsThenTheSandbox()
    {
        static void Spec(PodSpec s) => s.InitContainers =
            [Seen.Container("a", c => c.RestartPolicy = "Always"), Seen.Container("b", c => c.RestartPolicy = "Always")];
        var end = new PodEnd(30);
        Seen Base() => new Seen(Spec).Sandbox().End(end);
        var all = Base().Running("a", role: ContainerRole.Init).Running("b", role: ContainerRole.Init).Running("main").Plan();
        Assert.Equal("main", Assert.IsType<BeginStop>(Assert.Single(all.Actions)).Container.Name);
        var sidecars = Base().Running("a", role: ContainerRole.Init).Running("b", role: ContainerRole.Init).Exited("main", 0).Plan();
        Assert.Equal("b", Assert.IsType<BeginStop>(Assert.Single(sidecars.Actions)).Container.Name);
        Assert.IsType<RemoveContainer>(Assert.Single(Base().Exited("main", 0).Plan().Actions));
        Assert.True(new Seen(Spec).End(end).Exited("main", 0).Plan().Stopped);
    }

    [Fact]
    public void Plan_DeadlinePassed_EndsThePod()
    {
        var end = Assert.IsType<EndPod>(Assert.Single(new Seen(s => s.ActiveDeadlineSeconds = 60).Sandbox().Running("main").Plan().Actions)).End;
        Assert.Equal((PodPhase.Failed, "DeadlineExceeded"), (end.Phase, end.Reason));
        Assert.Equal(Seen.Now.AddSeconds(1), new Seen(s => s.ActiveDeadlineSeconds = 61).Sandbox().Running("main").Plan().RecheckAt);
    }

    [Fact]
    public void Plan_ManyDead_KeepsTheNewestAndOneBefore()
    {
        var plan = new Seen().Sandbox().Exited("main", 1, 0).Exited("main", 1, 1).Running("main", 2).Plan();
        Assert.Equal("main-0", Assert.IsType<RemoveContainer>(Assert.Single(plan.Actions)).Container.Id);
    }

    [Fact]
    public void Plan_ContainerLost_CountsOnFromTheStatus()
    {
        var last = new PodStatus { ContainerStatuses = [new ContainerStatus { Name = "main", ContainerID = "docker://x", RestartCount = 4 }] };
        Assert.Equal(5, new Seen().Sandbox().Last(last).Plan().Actions.OfType<StartContainer>().Single().Attempt);
    }

    private static string? Started(Seen seen) => seen.Plan().Actions.OfType<StartContainer>().Single().Spec.Name;
}
