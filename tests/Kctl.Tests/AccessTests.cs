using System.Text.Json.Nodes;
using Kctl.Access;
using Kctl.Api;
using Kctl.App;
using Kctl.Events;
using Kctl.Explain;
using Kctl.Metrics;

namespace Kctl.Tests;

public sealed class AccessTests
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonObject s_document = Parse("""
        {"components":{"schemas":{
          "x.Thing":{"description":"A thing.","x-kubernetes-group-version-kind":[{"group":"g","version":"v1","kind":"Thing"}],"required":["spec"],
            "properties":{"spec":{"description":"What is wanted.","allOf":[{"$ref":"#/components/schemas/x.Spec"}]},"born":{"$ref":"#/components/schemas/x.Time"},"tags":{"type":"object","additionalProperties":{"type":"string"}}} },
          "x.Spec":{"description":"The spec.","properties":{"parts":{"type":"array","items":{"$ref":"#/components/schemas/x.Part"}},"mode":{"type":"string","enum":["A","B"]}} },
          "x.Part":{"description":"A part.","properties":{"size":{"type":"integer"}} },
          "x.Time":{"type":"string"} }}}
        """);

    [Fact]
    public void Body_Kind_ListsItsFields() => Assert.Equal(
        "GROUP:      g\nKIND:       Thing\nVERSION:    v1\n\nDESCRIPTION:\n    A thing.\n    \nFIELDS:\n  born\t<string>\n\n  spec\t<Spec> -required-\n    What is wanted.\n\n  tags\t<map[string]string>\n\n\n", Explain([], recursive: false));

    [Fact]
    public void Body_Recursive_IsATree() => Assert.EndsWith("FIELDS:\n  mode\t<string>\n  enum: A, B\n  parts\t<[]Part>\n    size\t<integer>\n\n", Explain(["spec"], recursive: true), StringComparison.Ordinal);

    [Fact]
    public void Walk_Typo_SuggestsTheNearest() => Assert.Equal("field \"part\" does not exist; did you mean \"parts\"?", Assert.Throws<CommandException>(() => Explain(["spec", "part"], recursive: false)).Message);

    [Fact]
    public void Of_Event_IsARow()
    {
        var e = Parse("""{"type":"Warning","reason":"BackOff","message":"again\n","count":3,"firstTimestamp":"2025-12-31T23:50:00Z","lastTimestamp":"2025-12-31T23:59:30Z","involvedObject":{"kind":"Pod","name":"a"}}""");
        Assert.Equal(["30s (x3 over 10m)", "Warning", "BackOff", "Pod/a", "again"], EventRow.Of(e, s_now));
    }

    [Fact]
    public void Of_RulesReview_IsRows()
    {
        var review = Parse("""{"status":{"resourceRules":[{"apiGroups":["apps"],"resources":["deployments"],"verbs":["get","list"]}],"nonResourceRules":[{"nonResourceURLs":["/x"],"verbs":["get"]}]}}""");
        Assert.Equal(["deployments.apps|[]|[]|[get list]", "|[/x]|[]|[get]"], AccessRows.Of(review).Select(r => string.Join('|', r)));
    }

    [Fact]
    public void Decided_Request_CarriesTheDecisionOnce()
    {
        var request = Parse("""{"metadata":{"name":"c"}}""");
        var approved = CertificateVerb.Decided(request, "Approved", "KubectlApprove", "m", s_now);
        Assert.Equal("Approved", Assert.Single(approved.Objects("status", "conditions")).Text("type"));
        Assert.Throws<CommandException>(() => CertificateVerb.Decided(approved, "Denied", "KubectlDeny", "m", s_now));
    }

    [Fact]
    public void Merged_Role_GetsTheRulesItLacks()
    {
        var current = Parse("""{"kind":"Role","rules":[{"verbs":["get"]}]}""");
        var wanted = Parse("""{"kind":"Role","rules":[{"verbs":["get"]},{"verbs":["list"]}]}""");
        Assert.Equal(2, ReconcileVerb.Merged(current, wanted, removePermissions: false, removeSubjects: false).Objects("rules").Count);
        Assert.Throws<CommandException>(() => ReconcileVerb.Merged(Parse("""{"roleRef":{"name":"a"}}"""), Parse("""{"kind":"RoleBinding","apiVersion":"a/v1","roleRef":{"name":"b"}}"""), false, false));
    }

    [Fact]
    public void Node_Usage_IsShownWithItsShare()
    {
        var node = Parse("""{"metadata":{"name":"n"},"status":{"allocatable":{"cpu":"2","memory":"1Gi"}}}""");
        Assert.Equal(["n", "250m", "12%", "256Mi", "25%"], TopRows.Node(node, new Usage(0.25m, 256 * 1024 * 1024)));
        var pod = new PodUsage("x", "p", [("a", new Usage(0.001m, 1024 * 1024)), ("b", new Usage(0.002m, 3 * 1024 * 1024))]);
        Assert.Equal(["x p 3m 4Mi"], TopRows.Pod(pod, namespaces: true, containers: false).Select(r => string.Join(' ', r)));
        Assert.Equal(["p a 1m 1Mi", "p b 2m 3Mi"], TopRows.Pod(pod, namespaces: false, containers: true).Select(r => string.Join(' ', r)));
    }

    private static string Explain(string[] path, bool recursive)
    {
        var output = new StringWriter { NewLine = "\n" };
        var schema = ExplainVerb.Walk(ApiSchema.OfKind(s_document, "g", "v1", "Thing")!, path);
        var text = new ExplainText(output);
        text.Heading(new ResourceType("g", "v1", "things", "thing", "Thing", true), null, schema);
        text.Body(schema, recursive);
        return output.ToString();
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
