using System.Text.Json.Nodes;
using Kctl.App;
using Kctl.Nodes;

namespace Kctl.Tests;

public sealed class NodeTests
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("a=b:NoSchedule", "a|b|NoSchedule")]
    [InlineData("a:NoExecute", "a||NoExecute")]
    public void Parse_Taint_IsRead(string text, string expected)
    {
        var taint = Taint.Parse(text, remove: false);
        Assert.Equal(expected, $"{taint.Key}|{taint.Value}|{taint.Effect}");
    }

    [Theory]
    [InlineData("a=b:NoSchedul", "invalid taint effect: NoSchedul, unsupported taint effect; did you mean \"NoSchedule\"?")]
    [InlineData("a=b", "invalid taint spec: a=b; a taint is KEY=VALUE:EFFECT or KEY:EFFECT, to be removed KEY:EFFECT- or KEY-")]
    public void Parse_BadTaint_SaysHowItIsWritten(string text, string expected) => Assert.Equal(expected, Assert.Throws<CommandException>(() => Taint.Parse(text, remove: false)).Message);

    [Theory]
    [InlineData("n k=w:NoSchedule", true, "modified", "k=w:NoSchedule")]
    [InlineData("n q:NoExecute", false, "tainted", "q=:NoExecute k=v:NoSchedule")]
    [InlineData("n k-", false, "untainted", "")]
    [InlineData("n k:NoSchedule- z:NoExecute", false, "modified", "z=:NoExecute")]
    public void Apply_Taints_ChangesTheNode(string words, bool overwrite, string done, string expected)
    {
        var (nodes, changes) = TaintChanges.Split(words.Split(' '));
        Assert.Equal(["n"], nodes);
        Assert.Equal(done, changes.Done(overwrite));
        var taints = changes.Apply(Tainted(), overwrite)["spec"]!["taints"]!.AsArray();
        Assert.Equal(expected, string.Join(' ', taints.Select(t => $"{t!["key"]}={t["value"]}:{t["effect"]}")));
    }

    [Theory]
    [InlineData("n k=w:NoSchedule", "node n already has k taint(s) with same effect(s) and --overwrite is false")]
    [InlineData("n z-", "taint \"z\" not found")]
    public void Apply_WhatCannotBe_IsAnError(string words, string expected) =>
        Assert.Equal(expected, Assert.Throws<CommandException>(() => TaintChanges.Split(words.Split(' ')).Changes.Apply(Tainted(), overwrite: false)).Message);

    [Fact]
    public void Make_StrictRules_RefusesWhatWouldBeLost()
    {
        var plan = Plan(new DrainRules(false, false, false, TimeSpan.Zero));
        Assert.Equal(
            [
                "cannot delete Pods that declare no controller (use --force to override): x/alone",
                "cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): x/daemon",
                "cannot delete Pods with local storage (use --delete-emptydir-data to override): x/scratch",
            ], plan.Refusals);
    }

    [Fact]
    public void Make_EverythingAllowed_EvictsAllButDaemonsAndMirrors()
    {
        var plan = Plan(new DrainRules(true, true, true, TimeSpan.Zero));
        Assert.Empty(plan.Refusals);
        Assert.Equal(["deleting Pods that declare no controller: x/alone", "ignoring DaemonSet-managed Pods: x/daemon"], plan.Warnings);
        Assert.Equal(["alone", "done", "owned", "scratch", "ending"], plan.Pods.Select(p => (string)p["metadata"]!["name"]!));
        Assert.DoesNotContain(Plan(new DrainRules(true, true, true, TimeSpan.FromSeconds(30))).Pods, p => (string)p["metadata"]!["name"]! == "ending");
    }

    private static DrainPlan Plan(DrainRules rules) => DrainPlan.Make(
        [
            Pod("alone", null), Pod("done", null, """, "status":{"phase":"Succeeded"}"""), Pod("owned", "ReplicaSet"), Pod("daemon", "DaemonSet"),
            Pod("scratch", "ReplicaSet", """, "spec":{"volumes":[{"name":"v","emptyDir":{}}]}"""),
            Pod("mirror", null, meta: ""","annotations":{"kubernetes.io/config.mirror":"x"}"""),
            Pod("ending", "ReplicaSet", meta: ""","deletionTimestamp":"2025-12-31T23:59:00Z" """),
        ], rules, _ => true, s_now);

    private static JsonObject Pod(string name, string? owner, string rest = "", string meta = "")
    {
        var owners = owner is null ? "" : $$""","ownerReferences":[{"kind":"{{owner}}","name":"o","controller":true}]""";
        return JsonNode.Parse($$"""{"metadata":{"name":"{{name}}","namespace":"x"{{owners}}{{meta}}}{{rest}}}""")!.AsObject();
    }

    private static JsonObject Tainted() => JsonNode.Parse("""{"metadata":{"name":"n"},"spec":{"taints":[{"key":"k","value":"v","effect":"NoSchedule"}]}}""")!.AsObject();
}
