using System.Text.Json.Nodes;
using Kctl.App;
using Kctl.Edit;
using Kctl.Rollout;

namespace Kctl.Tests;

public sealed class RolloutTests
{
    [Theory]
    [InlineData(2, 1, 3, 3, 0, 3, "Waiting for deployment spec update to be observed...", false)]
    [InlineData(2, 2, 3, 4, 1, 3, "Waiting for deployment \"web\" rollout to finish: 1 out of 3 new replicas have been updated...", false)]
    [InlineData(2, 2, 3, 4, 3, 3, "Waiting for deployment \"web\" rollout to finish: 1 old replicas are pending termination...", false)]
    [InlineData(2, 2, 3, 3, 3, 2, "Waiting for deployment \"web\" rollout to finish: 2 of 3 updated replicas are available...", false)]
    [InlineData(2, 2, 3, 3, 3, 3, "deployment \"web\" successfully rolled out", true)]
    [InlineData(2, 2, 0, 0, 0, 0, "deployment \"web\" successfully rolled out", true)]
    public void StatusLine_State_IsKubectls(int generation, int observed, int wanted, int total, int updated, int available, string expected, bool done)
    {
        var state = RolloutState.Of(Deployment(generation, observed, wanted, total, updated, available));
        Assert.Equal(expected, state.StatusLine());
        Assert.Equal(done, state.Done);
    }

    [Theory]
    [InlineData(1, 3, 1, 1, "Waiting for daemon set \"d\" rollout to finish: 1 out of 3 new pods have been updated...", false)]
    [InlineData(1, 3, 3, 2, "Waiting for daemon set \"d\" rollout to finish: 2 of 3 updated pods are available...", false)]
    [InlineData(1, 3, 3, 3, "daemon set \"d\" successfully rolled out", true)]
    [InlineData(2, 3, 3, 3, "Waiting for daemon set spec update to be observed...", false)]
    public void StatusLine_DaemonSet_IsKubectls(int generation, int wanted, int updated, int available, string expected, bool done)
    {
        var state = RolloutState.Of(Parse($$$"""
            {"kind":"DaemonSet","metadata":{"name":"d","generation":{{{generation}}} },
             "status":{"observedGeneration":1,"desiredNumberScheduled":{{{wanted}}},"updatedNumberScheduled":{{{updated}}},"numberAvailable":{{{available}}} } }
            """));
        Assert.Equal((expected, done), (state.StatusLine(), state.Done));
    }

    [Theory]
    [InlineData(1, 3, 0, "Waiting for 2 pods to be ready...", false)]
    [InlineData(3, 1, 1, "Waiting for partitioned roll out to finish: 1 out of 2 new pods have been updated...", false)]
    [InlineData(3, 3, 0, "partitioned roll out complete: 3 new pods have been updated...", true)]
    public void StatusLine_StatefulSet_IsKubectls(int ready, int updated, int partition, string expected, bool done)
    {
        var state = RolloutState.Of(Parse($$$"""
            {"kind":"StatefulSet","metadata":{"name":"s"},"spec":{"replicas":3,"updateStrategy":{"rollingUpdate":{"partition":{{{partition}}} } } },
             "status":{"readyReplicas":{{{ready}}},"updatedReplicas":{{{updated}}} } }
            """));
        Assert.Equal((expected, done), (state.StatusLine(), state.Done));
    }

    [Fact]
    public void AsReplicaSet_ControllerRevision_HoldsTheTemplate()
    {
        var set = Revisions.AsReplicaSet(Parse("""{"metadata":{"name":"r","ownerReferences":[{"controller":true,"uid":"u"}]},"revision":2,"data":{"spec":{"template":{"$patch":"replace","spec":{}}}}}"""));
        var revision = Assert.Single(Revisions.Of(Parse("""{"metadata":{"uid":"u"}}"""), [set]));
        Assert.Equal(2, revision.Number);
        Assert.Equal("""{"spec":{}}""", revision.Template().ToJsonString());
    }

    [Theory]
    [InlineData(3, 4, 1, 3, "web: 1 of 3 updated, 3 ready, 3 old; waiting for 2 more new pods")]
    [InlineData(3, 4, 3, 2, "web: 3 of 3 updated, 2 ready, 1 old; waiting for 1 new pod to become ready")]
    [InlineData(3, 5, 3, 3, "web: 3 of 3 updated, 3 ready, 2 old; waiting for 2 old pods to end")]
    [InlineData(3, 3, 3, 3, "web: 3 of 3 updated, 3 ready, 0 old; done")]
    public void ProgressLine_State_SaysWhatItWaitsFor(int wanted, int total, int updated, int ready, string expected) =>
        Assert.Equal(expected, RolloutState.Of(Deployment(1, 1, wanted, total, updated, ready)).ProgressLine());

    [Fact]
    public void Choose_History_GoesBackOneOrToTheNumber()
    {
        var deployment = Parse("""{"metadata":{"uid":"u"}}""");
        var revisions = Revisions.Of(deployment, [Set(3, "u"), Set(1, "u"), Set(2, "other"), Set(2, "u")]);
        Assert.Equal([1, 2, 3], revisions.Select(r => r.Number));
        Assert.Equal(2, Revisions.Choose(revisions, 0).Number);
        Assert.Equal(1, Revisions.Choose(revisions, 1).Number);
        Assert.Contains("there are: 1, 2, 3", Assert.Throws<CommandException>(() => Revisions.Choose(revisions, 9)).Message, StringComparison.Ordinal);
        Assert.Throws<CommandException>(() => Revisions.Choose([revisions[0]], 0));
        Assert.Null(revisions[0].Template()["metadata"]!["labels"]!["pod-template-hash"]);
    }

    [Fact]
    public void Why_StuckPod_NamesReasonAndMessage()
    {
        var pod = Parse("""{"metadata":{"name":"web-x"},"status":{"containerStatuses":[{"name":"echo","ready":false,"state":{"waiting":{"reason":"ImagePullBackOff","message":"no such image"}}}]}}""");
        Assert.Equal("; pod \"web-x\", container \"echo\": ImagePullBackOff (no such image)", StuckPod.Tail(StuckPod.Of(pod)));
        var pending = Parse("""{"metadata":{"name":"web-y"},"status":{"conditions":[{"type":"PodScheduled","status":"False","reason":"Unschedulable","message":"0/2 nodes"}]}}""");
        Assert.Equal("; pod \"web-y\": Unschedulable (0/2 nodes)", StuckPod.Tail(StuckPod.Of(pending)));
        Assert.Null(StuckPod.Of(Parse("""{"metadata":{"name":"ok"},"status":{"containerStatuses":[{"name":"a","ready":true,"state":{"running":{}}}]}}""")));
    }

    [Theory]
    [InlineData("web=new", """[{"image":"new","name":"web"}]""")]
    [InlineData("*=new", """[{"image":"new","name":"web"},{"image":"new","name":"side"}]""")]
    [InlineData("web=old", null)]
    public void PatchFor_Images_ChangesOnlyWhatDiffers(string images, string? expected) =>
        Assert.Equal(expected, ContainerImages.Parse([images]).PatchFor(Template())?["spec"]!["template"]!["spec"]!["containers"]!.ToJsonString());

    [Fact]
    public void PatchFor_UnknownContainer_SuggestsTheNearest()
    {
        Assert.Equal("unable to find container named \"wbe\"; did you mean \"web\"?", Assert.Throws<CommandException>(() => ContainerImages.Parse(["wbe=x"]).PatchFor(Template())).Message);
        Assert.Contains("several containers", Assert.Throws<CommandException>(() => ContainerImages.ParseSingle("x:1", Template())).Message, StringComparison.Ordinal);
    }

    private static JsonObject Template() => Parse("""{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{"template":{"spec":{"containers":[{"name":"web","image":"old"},{"name":"side","image":"old"}]}}}}""");

    private static JsonObject Set(int revision, string owner) => Parse($$$"""
        {"metadata":{"annotations":{"deployment.kubernetes.io/revision":"{{{revision}}}"},"ownerReferences":[{"controller":true,"uid":"{{{owner}}}"}]},
         "spec":{"template":{"metadata":{"labels":{"a":"b","pod-template-hash":"x"} } } } }
        """);

    private static JsonObject Deployment(int generation, int observed, int wanted, int total, int updated, int available) => Parse($$$"""
        {"metadata":{"name":"web","generation":{{{generation}}} },"spec":{"replicas":{{{wanted}}} },
         "status":{"observedGeneration":{{{observed}}},"replicas":{{{total}}},"updatedReplicas":{{{updated}}},"readyReplicas":{{{available}}},"availableReplicas":{{{available}}} } }
        """);

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
