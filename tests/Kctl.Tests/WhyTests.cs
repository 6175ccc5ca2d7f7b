using System.Text.Json.Nodes;
using Kctl.Diagnosis;
using Kube.Api.Scheduling;

namespace Kctl.Tests;

/// <summary>From what is known to what is said: each rule's smallest change, each way a container ends, each way a pod does not start.</summary>
public sealed class WhyTests
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("Resource", "cpu", "2", "500m", "4", "cpu: asks 2, free 500m of 4", "lower requests.cpu from 2 to 500m", "kctl set resources deployment/web --requests=cpu=500m")]
    [InlineData("Resource", "memory", "8Gi", "0", "4Gi", "memory: asks 8Gi, free 0 of 4Gi", "add a node with 8Gi of memory free: n has 4Gi in all, so removing pods there would not help", null)]
    [InlineData("Resource", "pods", "1", "0", "110", "room for pods: 110 is the most it takes, all in use", "remove a pod from n, or add a node", "kctl get pods -A --field-selector spec.nodeName=n")]
    [InlineData("Taint", "team", "x", null, "NoSchedule", "taint team=x:NoSchedule", "tolerate it: spec.tolerations: [{key: team, value: x, effect: NoSchedule}]", "kctl edit deployment/web")]
    [InlineData("Taint", "node.kubernetes.io/not-ready", null, null, "NoExecute", "taint node.kubernetes.io/not-ready:NoExecute", "the cluster itself marked n: see its conditions", "kctl describe node n")]
    [InlineData("Label", "disk", "ssd", "hdd", "In", "label disk=ssd is asked for, the node has hdd", "label a node disk=ssd", "kctl label node n disk=ssd --overwrite")]
    [InlineData("Label", "disk", "ssd,nvme", null, "In", "label disk=ssd or nvme is asked for, the node has no such label", "label a node disk=ssd", "kctl label node n disk=ssd")]
    [InlineData("Label", "old", "", "yes", "DoesNotExist", "label old must be absent, the node has yes", "take the label old off a node", "kctl label node n old-")]
    [InlineData("Cordon", null, null, null, null, "cordoned", "let pods onto n again", "kctl uncordon n")]
    [InlineData("Port", "TCP", "80", "shop/front", null, "port 80/TCP is taken by pod shop/front", "take another host port than 80, or none and a Service", "kctl edit deployment/web")]
    [InlineData("NodeName", null, "m", null, null, "the pod names node m", "add a node named m, or leave spec.nodeName out", "kctl get nodes")]
    [InlineData("Spread", "zone=a", "3", "1", "1", "zone=a would have 3 of these pods, the emptiest place has 1; a difference of 1 is allowed", "make room in the places that have fewer of these pods than zone=a", "kctl get nodes --show-labels")]
    [InlineData("Company", "zone", "app=db", "a", null, "no pod with app=db in zone=a", "run a pod with app=db in zone=a first", "kctl get pods -l app=db -o wide")]
    [InlineData("Distance", "zone", "app=web", "a", null, "a pod to keep away from (app=web) is in zone=a", "add a node with another zone, or run fewer of the pods that keep apart", "kctl get pods -l app=web -o wide")]
    public void Need_OfEachRule_SaysItAndTheSmallestChange(string kind, string? name, string? wants, string? has, string? of, string text, string change, string? command)
    {
        var need = new DecisionNeed { Kind = kind, Name = name, Wants = wants, Has = has, Of = of };
        var first = NodeRemedies.Of(need, "n", new Subject(Pod(), "deployment/web"))[0];
        Assert.Equal((text, change, command), (NodeRemedies.Describe(need), first.Change, first.Command));
    }

    [Fact]
    public void Pending_Record_OneFindingPerReasonAndWhatItWaitsFor()
    {
        var decision = new SchedulingDecision
        {
            State = DecisionState.Unschedulable,
            Time = s_now.UtcDateTime.AddSeconds(-12),
            Attempts = 3,
            Nodes = 7,
            Message = "0/7 nodes are available: 6 Insufficient cpu. preemption: 0/7 nodes are available: 7 No preemption victims found for incoming pod.",
            Refusals = [Refusal("NodeResourcesFit", "Insufficient cpu", 6, "n1", "n2"), Refusal("NodeName", "node(s) didn't match", 1)],
            WaitsFor = ["NodeAdded", "AssignedPodDeleted"],
        };
        Assert.Equal("waits for a node: none of 7 would take it (tried 3 times, last 12s ago)", PendingReasons.Summary(decision, s_now));
        var findings = PendingReasons.Of(decision, new Subject(Pod(), Flags: " -n shop"));
        Assert.Equal(
            [
                "6 nodes refused by NodeResourcesFit: Insufficient cpu",
                "1 node refused by NodeName: node(s) didn't match",
                "making room by removing pods of lower priority: no node has such pods to spare",
                "it is tried again as soon as a node is added or a running pod ends",
            ],
            findings.Select(f => f.What));
        Assert.Equal(["n1  cpu: asks 2, free 1 of 4", "n2  cpu: asks 2, free 1 of 4", "... and 4 more, none nearer"], findings[0].Details);
        Assert.Equal("kctl delete pod web-1 -n shop", findings[0].Remedies[0].Command);
    }

    [Fact]
    public void Pending_GatesOrNoNodes_SaySo()
    {
        var gated = new Subject(Pod("""{"metadata":{"name":"p"},"spec":{"schedulingGates":[{"name":"a.example/wait"}]}}"""));
        Assert.Equal("gates: a.example/wait", Assert.Single(PendingReasons.Of(new SchedulingDecision { State = DecisionState.Gated }, gated)).What);
        Assert.Equal("there are no nodes", Assert.Single(PendingReasons.Of(new SchedulingDecision { State = DecisionState.Unschedulable, Nodes = 0 }, gated)).What);
    }

    [Fact]
    public void Placement_TwoNodes_ShowsScoresByRule()
    {
        var decision = new SchedulingDecision
        {
            State = DecisionState.Scheduled,
            Nodes = 3,
            LookedAt = 3,
            Feasible = 2,
            Candidates = [Candidate("a", 300, 90), Candidate("longer", 260, 70)],
            Refusals = [Refusal("TaintToleration", "node(s) had untolerated taint {team: x}", 1, "c")],
        };
        var findings = PlacementReasons.Of(decision, "a");
        Assert.Equal("why a: of 3 nodes, 2 would take the pod and a scored best, 300 to 260", findings[0].What);
        Assert.Equal(["RULE              WEIGHT  a    longer", "NodeResourcesFit  1       90   70    ", "sum                       300  260   "], findings[0].Details);
        Assert.Equal(["1 by TaintToleration: node(s) had untolerated taint {team: x} (c)"], findings[1].Details);
    }

    [Theory]
    [InlineData("Scheduled", 100, 100, "why a: of 2 nodes, 2 would take the pod and a shared the best score with 1 other, so chance decided")]
    [InlineData("Unknown", 0, 0, "why a: default-scheduler has no record of that decision")]
    public void Placement_ChanceOrForgotten_SaysSo(string state, int first, int second, string expected)
    {
        var decision = new SchedulingDecision { State = state, Scheduler = "default-scheduler", Nodes = 2, LookedAt = 2, Feasible = 2, Candidates = [Candidate("a", first, 1), Candidate("b", second, 1)] };
        Assert.Equal(expected, PlacementReasons.Of(decision, "a")[0].What);
    }

    [Theory]
    [InlineData(0, null, "with success")]
    [InlineData(1, "Error", "an error of its own")]
    [InlineData(126, "Error", "cannot be run")]
    [InlineData(127, "Error", "not found")]
    [InlineData(137, "Error", "SIGKILL")]
    [InlineData(137, "OOMKilled", "more memory than its limit")]
    [InlineData(139, "Error", "SIGSEGV")]
    [InlineData(143, "Error", "SIGTERM")]
    [InlineData(128 + 10, "Error", "ended by signal 10")]
    public void ExitCode_Known_HasAMeaning(long code, string? reason, string expected) => Assert.Contains(expected, ExitCode.Meaning(code, reason), StringComparison.Ordinal);

    [Fact]
    public void Container_Crashing_HasCodeEventLogAndNextStep()
    {
        var pod = Container("""{"waiting":{"reason":"CrashLoopBackOff","message":"back-off"}}""", """{"terminated":{"exitCode":127,"reason":"Error"}}""", 4);
        Assert.Equal([new LogWish("main", true)], ContainerReasons.Logs(pod, s_now));
        var events = new[] { Pod("""{"reason":"BackOff","count":7,"message":"Back-off restarting failed container main"}""") };
        var logs = new Dictionary<string, IReadOnlyList<string>> { ["main"] = ["sh: nope: not found"] };
        var finding = Assert.Single(ContainerReasons.Of(new Subject(pod), events, logs, s_now));
        Assert.Equal("container main crashes again and again", finding.What);
        Assert.Equal(
            [
                "last exit code 127: the command was not found in the image, or a library it needs is missing",
                "restarted 4 times",
                "event BackOff: Back-off restarting failed container main (x7)",
                "its last lines:",
                "  | sh: nope: not found",
            ],
            finding.Details);
        Assert.Equal("kctl logs web-1 -c main --previous", finding.Remedies[^1].Command);
    }

    [Fact]
    public void Container_OutOfMemory_SuggestsTwiceTheLimit()
    {
        var pod = Container("""{"waiting":{"reason":"CrashLoopBackOff"}}""", """{"terminated":{"exitCode":137,"reason":"OOMKilled"}}""", 1);
        var finding = Assert.Single(ContainerReasons.Of(new Subject(pod, "deployment/web", " -n shop"), [], new Dictionary<string, IReadOnlyList<string>>(), s_now));
        Assert.EndsWith("than its limit (64Mi)", finding.Details[0], StringComparison.Ordinal);
        Assert.Equal("kctl set resources deployment/web -c main --limits=memory=128Mi -n shop", finding.Remedies[0].Command);
    }

    [Theory]
    [InlineData("""{"waiting":{"reason":"ImagePullBackOff","message":"Back-off pulling image"}}""", "container main: its image cannot be had (ImagePullBackOff)", "kctl set image deployment/web main=IMAGE")]
    [InlineData("""{"waiting":{"reason":"CreateContainerConfigError","message":"configmap \"conf\" not found"}}""", "container main: it cannot be made (CreateContainerConfigError)", "kctl create configmap conf --from-literal=KEY=VALUE")]
    [InlineData("""{"waiting":{"reason":"CreateContainerConfigError","message":"secret \"key\" not found"}}""", "container main: it cannot be made (CreateContainerConfigError)", "kctl create secret generic key --from-literal=KEY=VALUE")]
    [InlineData("""{"running":{}}""", "container main runs but is not ready: its readiness probe (GET /ready on port 8080) does not succeed", "kctl logs web-1 -c main --tail 20")]
    [InlineData("""{"terminated":{"exitCode":1,"reason":"Error"}}""", "container main has failed", "kctl logs web-1 -c main")]
    public void Container_Broken_NamesTheCauseAndTheNextStep(string state, string what, string command)
    {
        var finding = Assert.Single(ContainerReasons.Of(new Subject(Container(state, "{}", 0), "deployment/web"), [], new Dictionary<string, IReadOnlyList<string>>(), s_now));
        Assert.Equal((what, command), (finding.What, finding.Remedies[0].Command));
    }

    [Theory]
    [InlineData("03:03:05", "container main failed and was started again")]
    [InlineData("02:03:05", "container main runs but is not ready: its readiness probe (GET /ready on port 8080) does not succeed")]
    public void Container_RunsAgain_ItsCrashCountsForMinutes(string ended, string what)
    {
        var pod = Container("""{"running":{}}""", $$$"""{"terminated":{"exitCode":1,"finishedAt":"2026-01-02T{{{ended}}}Z"} }""", 1);
        Assert.Equal(what, Assert.Single(ContainerReasons.Of(new Subject(pod), [], new Dictionary<string, IReadOnlyList<string>>(), s_now)).What);
    }

    [Theory]
    [InlineData("""{"waiting":{"reason":"ContainerCreating"}}""")]
    [InlineData("""{"terminated":{"exitCode":0,"reason":"Completed"}}""")]
    public void Container_OnItsWay_IsNoFinding(string state) =>
        Assert.Empty(ContainerReasons.Of(new Subject(Container(state, "{}", 0)), [], new Dictionary<string, IReadOnlyList<string>>(), s_now));

    [Theory]
    [InlineData("""{"finalizers":["a.example/keep"],"deletionTimestamp":"2026-01-02T03:04:00Z","name":"p"}""", "it cannot go before its finalizers are taken off: a.example/keep")]
    [InlineData("""{"deletionTimestamp":"2026-01-02T03:04:00Z","name":"p"}""", "n has not said that its containers have stopped")]
    public void Pod_Terminating_SaysWhatHoldsIt(string metadata, string expected)
    {
        var pod = Pod($$$"""{"metadata":{{{metadata}}},"spec":{"nodeName":"n"},"status":{"phase":"Running"}}""");
        Assert.Equal(expected, Assert.Single(PodReasons.Of(new Subject(pod), [], s_now)).What);
        Assert.Equal("is being deleted from n, for 5s longer than it was given", PodReasons.Summary(pod, s_now));
    }

    [Theory]
    [InlineData("exceeded quota: q, requested: cpu=2", "kctl describe resourcequota -n shop")]
    [InlineData("maximum cpu usage per Container is 1, but limit is 2", "kctl describe limitrange -n shop")]
    [InlineData("admission webhook denied the request", "kctl edit deployment/web -n shop")]
    public void Workload_ServerRefusesPods_IsTheCause(string message, string command)
    {
        var set = Pod($$$"""{"spec":{"replicas":3},"status":{"replicas":1,"conditions":[{"type":"ReplicaFailure","status":"True","message":"{{{message}}}"}]} }""");
        var finding = Assert.Single(WorkloadReasons.Of("deployment/web", set, [], " -n shop"));
        Assert.Equal("2 of 3 pods cannot be made: the server refuses them", finding.What);
        Assert.Equal((message, command), (finding.Details[0], finding.Remedies[0].Command));
    }

    [Fact]
    public void Choice_OfSeveralPods_TheMostBroken()
    {
        var crashing = Container("""{"waiting":{"reason":"CrashLoopBackOff"}}""", "{}", 1);
        var waiting = Pod("""{"spec":{},"status":{"phase":"Pending"}}""");
        var running = Pod("""{"spec":{"nodeName":"n"},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}}""");
        Assert.Equal([crashing, waiting, running], new[] { running, waiting, crashing }.OrderByDescending(PodReasons.Interest));
    }

    private static DecisionRefusal Refusal(string rule, string reason, int count, params string[] nodes) => new()
    {
        Rule = rule,
        Reason = reason,
        Count = count,
        Examples = [.. nodes.Select(name => new DecisionNode { Name = name, Needs = [new() { Kind = DecisionNeedKind.Resource, Name = "cpu", Wants = "2", Has = "1", Of = "4" }] })],
    };

    private static DecisionCandidate Candidate(string node, long total, long score) =>
        new() { Node = node, Total = total, Scores = [new() { Rule = "NodeResourcesFit", Score = score, Weight = 1 }] };

    private static JsonObject Container(string state, string last, int restarts) => Pod($$$"""
        {"metadata":{"name":"web-1","namespace":"default"},
         "spec":{"nodeName":"n","containers":[{"name":"main","image":"x:1","resources":{"limits":{"memory":"64Mi"}},"readinessProbe":{"httpGet":{"path":"/ready","port":8080} } }]},
         "status":{"phase":"Running","containerStatuses":[{"name":"main","ready":false,"restartCount":{{{restarts}}},"state":{{{state}}},"lastState":{{{last}}} }]}}
        """);

    private static JsonObject Pod(string json = """{"metadata":{"name":"web-1","namespace":"default"},"spec":{"containers":[{"name":"main"}]}}""") => JsonNode.Parse(json)!.AsObject();
}
