using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Create;
using Kctl.Edit;
using Kctl.Wait;

namespace Kctl.Tests;

public sealed class EditTests
{
    private static readonly ResourceType[] s_types =
    [
        new("", "v1", "pods", "pod", "Pod", true) { ShortNames = ["po"], Categories = ["all"], Verbs = ["list"] },
        new("", "v1", "events", "event", "Event", true) { Verbs = ["list"] },
        new("apps", "v1", "deployments", "deployment", "Deployment", true) { ShortNames = ["deploy"], Categories = ["all"], Verbs = ["list"] },
        new("events.k8s.io", "v1", "events", "event", "Event", true) { Verbs = ["list"] },
    ];

    [Theory]
    [InlineData("pods", "pods")]
    [InlineData("POD", "pods")]
    [InlineData("po", "pods")]
    [InlineData("deploy", "deployments.apps")]
    [InlineData("deployments.apps", "deployments.apps")]
    [InlineData("deployments.v1.apps", "deployments.apps")]
    [InlineData("events", "events")]
    [InlineData("events.events.k8s.io", "events.events.k8s.io")]
    [InlineData("pdos", null)]
    public void ByName_AnyForm_FindsTheKind(string name, string? expected) => Assert.Equal(expected, ResourceNames.ByName(s_types, name)?.GroupResource);

    [Fact]
    public void ByCategory_All_GivesItsKinds() => Assert.Equal(["Pod", "Deployment"], ResourceNames.ByCategory(s_types, "all").Select(t => t.Kind));

    [Fact]
    public void Unknown_Typo_SuggestsTheNearest() => Assert.Equal("the server doesn't have a resource type \"pdos\"; did you mean \"pods\"?", ResourceNames.Unknown("pdos", s_types).Message);

    [Fact]
    public void Split_Words_SeparatesObjectsFromChanges()
    {
        var (objects, changes) = MetadataChanges.Split(["pod", "a", "b", "x=1", "y-", "z="], "label");
        Assert.Equal(["pod", "a", "b"], objects);
        Assert.Equal([new("x", "1"), new("z", "")], changes.Set);
        Assert.Equal(["y"], changes.Remove);
        Assert.Throws<CommandException>(() => MetadataChanges.Split(["pod", "x=1", "a"], "label"));
        Assert.Throws<CommandException>(() => MetadataChanges.Split(["pod", "x=1", "x-"], "label"));
    }

    [Fact]
    public void PatchFor_Labels_ChangesOnlyWhatDiffers()
    {
        var pod = Parse("""{"metadata":{"labels":{"x":"1","y":"2"}}}""");
        var changes = MetadataChanges.Split(["pod", "x=1", "n=3", "y-", "absent-"], "label").Changes;
        Assert.Equal("""{"metadata":{"labels":{"n":"3","y":null}}}""", changes.PatchFor(pod, "labels", overwrite: false)!.ToJsonString());
        Assert.Null(MetadataChanges.Split(["pod", "x=1"], "label").Changes.PatchFor(pod, "labels", overwrite: false));
        Assert.Equal("'x' already has a value (1), and --overwrite is false", Assert.Throws<CommandException>(() => MetadataChanges.Split(["pod", "x=2"], "label").Changes.PatchFor(pod, "labels", overwrite: false)).Message);
    }

    [Theory]
    [InlineData("condition=Ready", true)]
    [InlineData("condition=ready=true", true)]
    [InlineData("condition=Ready=False", false)]
    [InlineData("condition=Other", false)]
    [InlineData("jsonpath={.status.phase}=Running", true)]
    [InlineData("jsonpath='{.status.phase}'=Pending", false)]
    [InlineData("jsonpath={.status.conditions[?(@.type==\"Ready\")].status}=True", true)]
    [InlineData("jsonpath={.status.nope}", false)]
    [InlineData("create", true)]
    [InlineData("delete", false)]
    public void IsMet_Goal_LooksAtTheObject(string goal, bool expected) =>
        Assert.Equal(expected, WaitGoal.Parse(goal).IsMet(Parse("""{"metadata":{"generation":1},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}}""")));

    [Fact]
    public void IsMet_StaleCondition_IsNotMet() => Assert.False(WaitGoal.Parse("condition=Available").IsMet(
        Parse("""{"metadata":{"generation":2},"status":{"observedGeneration":1,"conditions":[{"type":"Available","status":"True"}]}}""")));

    [Theory]
    [InlineData("kube.local/echo:1", "echo")]
    [InlineData("registry:5000/My_App@sha256:abc", "my-app")]
    [InlineData("nginx", "nginx")]
    public void ContainerName_Image_IsItsLastPart(string image, string expected) => Assert.Equal(expected, ImageNames.ContainerName(image));

    [Fact]
    public void Service_OfDeployment_SelectsItsPods()
    {
        var deployment = Parse("""{"kind":"Deployment","metadata":{"name":"web","labels":{"app":"web"}},"spec":{"selector":{"matchLabels":{"app":"web"}},"template":{"spec":{"containers":[{"ports":[{"containerPort":8080,"protocol":"TCP"}]}]}}}}""");
        Assert.Equal(
            """{"apiVersion":"v1","kind":"Service","metadata":{"name":"web","labels":{"app":"web"}},"spec":{"ports":[{"port":80,"targetPort":8080}],"selector":{"app":"web"},"type":"NodePort"}}""",
            Exposed.Service(deployment, new ExposeOptions { Name = "web", Port = "80", TargetPort = "8080", Type = "NodePort" }).ToJsonString());
        Assert.Equal("""[{"port":8080,"targetPort":8080,"protocol":"TCP"}]""", Exposed.Service(deployment, new ExposeOptions { Name = "web" })["spec"]!["ports"]!.ToJsonString());
        deployment["spec"]!["template"]!["spec"]!["containers"]![0]!.AsObject().Remove("ports");
        Assert.Equal("couldn't find port via --port flag or introspection", Assert.Throws<CommandException>(() => Exposed.Service(deployment, new ExposeOptions { Name = "web" })).Message);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
