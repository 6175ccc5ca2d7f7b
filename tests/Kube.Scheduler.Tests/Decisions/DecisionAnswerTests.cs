using Kube.Api.Scheduling;
using Kube.Scheduler.Decisions;
using Kube.Scheduler.Queue;
using Kube.Scheduler.Tests.Scheduling;
using Kube.Testing;

namespace Kube.Scheduler.Tests.Decisions;

public class DecisionAnswerTests
{
    [Fact]
    public async Task Ask_PodWaits_AnswersWithRefusalsAndWhatItWaitsFor()
    {
        await using var bench = new LoopBench();
        bench.AddNode(new NodeBuilder("a").Capacity("1"));
        bench.AddNode(new NodeBuilder("b").Taint("team", "x"));
        bench.AddPod(new PodBuilder("x").Requests("2"));
        await bench.UntilAsync(() => bench.Queue.Count(QueuePlace.Unschedulable) == 1);

        var answer = await AskAsync(bench, new PodBuilder("x").Requests("2"));
        Assert.Equal(("q", DecisionState.Unschedulable, 2, 2, 0), (answer.Answers, answer.State, answer.Nodes, answer.LookedAt, answer.Feasible));
        Assert.Equal("default-scheduler", answer.Scheduler);
        Assert.Equal(1, answer.Attempts);
        Assert.StartsWith("0/2 nodes are available:", answer.Message, StringComparison.Ordinal);
        Assert.Equal(["NodeResourcesFit", "TaintToleration"], answer.Refusals!.Select(r => r.Rule).Order(StringComparer.Ordinal));
        Assert.Contains("NodeTaints", answer.WaitsFor!);
        Assert.Null(answer.Candidates);
    }

    [Fact]
    public async Task Ask_PodHasANode_AnswersWithScoresOfTheBest()
    {
        await using var bench = new LoopBench();
        for (var i = 0; i < 6; i++)
        {
            bench.AddNode(new NodeBuilder($"n{i}").Capacity($"{i + 1}"));
        }

        bench.AddPod(new PodBuilder("x").Requests("1"));
        await bench.UntilAsync(() => bench.Writer.Bound.Count == 1);
        var answer = await AskAsync(bench, new PodBuilder("x").Requests("1").On("n5"));
        Assert.Equal((DecisionState.Scheduled, 6), (answer.State, answer.Feasible));
        Assert.Equal(4, answer.Candidates!.Count);
        Assert.Equal(bench.Writer.Bound.Values.Single(), answer.Candidates[0].Node);
        Assert.Equal(answer.Candidates.Select(c => c.Total).OrderDescending(), answer.Candidates.Select(c => c.Total));
        Assert.All(answer.Candidates, c => Assert.Equal(c.Total, c.Scores!.Sum(s => s.Score * s.Weight)));
        Assert.Contains("NodeResourcesFit", answer.Candidates[0].Scores!.Select(s => s.Rule));
    }

    [Fact]
    public async Task Ask_PodIsGated_SaysSo()
    {
        await using var bench = new LoopBench();
        bench.AddNode(new NodeBuilder("a"));
        var answer = await AskAsync(bench, new PodBuilder("x").Gate("example.com/wait"));
        Assert.Equal(DecisionState.Gated, answer.State);
    }

    [Fact]
    public async Task Ask_PodOfAnEarlierLeader_IsUnknown()
    {
        await using var bench = new LoopBench();
        bench.AddNode(new NodeBuilder("a"));
        var answer = await AskAsync(bench, new PodBuilder("x").On("a"));
        Assert.Equal((DecisionState.Unknown, (DateTime?)null), (answer.State, answer.Time));
    }

    [Fact]
    public async Task Ask_PodOfAnotherScheduler_StaysSilent()
    {
        await using var bench = new LoopBench();
        bench.AddNode(new NodeBuilder("a"));
        bench.AddPod(Asked(new PodBuilder("theirs").With(p => p.Spec!.SchedulerName = "other")));
        await AskAsync(bench, new PodBuilder("ours").On("a"));
        Assert.Equal(["ours"], bench.Writer.Answers.Select(a => a.Pod).Distinct());
    }

    [Fact]
    public void Log_MoreThanItHolds_ForgetsTheOldest()
    {
        var log = new DecisionLog(2);
        foreach (var uid in (string[])["a", "b", "b", "c"])
        {
            log.Add(uid, new DecisionRecord(default, 1, 1) { Node = uid });
        }

        Assert.Null(log.Find("a"));
        Assert.Equal(("b", "c"), (log.Find("b")!.Node, log.Find("c")!.Node));
    }

    private static async Task<SchedulingDecision> AskAsync(LoopBench bench, PodBuilder pod)
    {
        bench.AddPod(Asked(pod));
        await bench.UntilAsync(() => !bench.Writer.Answers.IsEmpty);
        return bench.Writer.Answers.First().Answer;
    }

    private static PodBuilder Asked(PodBuilder pod) => pod.With(p => p.Metadata!.Annotations = new() { [DecisionAnnotation.Question] = "q" });
}
