using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Edit;

namespace Kctl.Tests;

public sealed class SettingTests
{
    private static readonly ResourceType s_deployments = new("apps", "v1", "deployments", "deployment", "Deployment", true);

    [Theory]
    [InlineData("B=2", """[{"name":"A","value":"1"},{"name":"B","value":"2"}]""")]
    [InlineData("A=2", """[{"name":"A","value":"2"}]""")]
    [InlineData("A-", null)]
    public void ApplyTo_Words_ChangesTheEnvironment(string word, string? expected)
    {
        var container = Parse("""{"name":"c","env":[{"name":"A","value":"1"}]}""");
        EnvChanges.Parse([word]).ApplyTo(container, overwrite: true);
        Assert.Equal(expected, container["env"]?.ToJsonString());
    }

    [Fact]
    public void ApplyTo_NoOverwrite_SaysWhatIsThere()
    {
        var container = Parse("""{"name":"c","env":[{"name":"A","value":"1"}]}""");
        Assert.Equal("'A' already has a value (1), and --overwrite is false", Assert.Throws<CommandException>(() => EnvChanges.Parse(["A=2"]).ApplyTo(container, overwrite: false)).Message);
    }

    [Fact]
    public void From_ConfigMap_RefersToEachKey()
    {
        var changes = EnvChanges.From(Parse("""{"kind":"ConfigMap","metadata":{"name":"m"},"data":{"db.user-name":"x","other":"y"}}"""), ["db.user-name"], "P_");
        Assert.Equal("""{"name":"P_DB_USER_NAME","valueFrom":{"configMapKeyRef":{"key":"db.user-name","name":"m"}}}""", Assert.Single(changes.Set).ToJsonString());
        Assert.Equal([("db.user-name", "DB_USER_NAME")], changes.Renamed);
    }

    [Fact]
    public void Between_ResourceAmounts_PatchesTheContainerOnly()
    {
        var deployment = Deployment();
        var wanted = new ResourceAmounts(ResourceAmounts.Parse("cpu=1,memory=1Gi", "--limits"), ResourceAmounts.Parse(null, "--requests")).Apply(deployment, "w*");
        var containers = ObjectChange.Between(deployment, wanted)!.Patch["spec"]!["template"]!["spec"]!["containers"]!;
        Assert.Equal("""[{"resources":{"limits":{"cpu":"1","memory":"1Gi"}},"name":"web"}]""", containers.ToJsonString());
        Assert.Null(ObjectChange.Between(wanted, (JsonObject)wanted.DeepClone()));
    }

    [Theory]
    [InlineData("cpu=lots")]
    [InlineData("cpu")]
    public void Parse_Amount_IsChecked(string text) => Assert.Throws<CommandException>(() => ResourceAmounts.Parse(text, "--limits"));

    [Fact]
    public void Add_Subjects_AddsOnlyWhoIsMissing()
    {
        var binding = Parse("""{"subjects":[{"kind":"User","name":"a","apiGroup":"rbac.authorization.k8s.io"}]}""");
        var added = Subjects.Add(binding, Subjects.Of(["a,b"], ["g"], ["ns:robot"]));
        Assert.Equal(["a", "b", "g", "robot"], added.Objects("subjects").Select(s => s.Text("name")));
        Assert.Equal("ns", added.Objects("subjects")[3].Text("namespace"));
        Assert.Throws<CommandException>(() => Subjects.Of(null, null, ["robot"]));
    }

    [Fact]
    public void Change_ServiceAccount_IsOnlyForPods()
    {
        Assert.Equal("robot", SetServiceAccountVerb.Change(new Found(s_deployments, Deployment()), "robot").Text("spec", "template", "spec", "serviceAccountName"));
        Assert.Throws<CommandException>(() => SetServiceAccountVerb.Change(new Found(s_deployments, Parse("""{"kind":"Service","spec":{}}""")), "robot"));
        Assert.Throws<CommandException>(() => SetSelectorVerb.Change(Deployment(), new Dictionary<string, string>(), null));
    }

    [Fact]
    public void Autoscaler_Deployment_AimsAtIt() => Assert.Equal(
        """{"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler","metadata":{"name":"d"},"spec":{"maxReplicas":5,"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"d"},"minReplicas":2,"metrics":[{"resource":{"name":"cpu","target":{"averageUtilization":80,"type":"Utilization"}},"type":"Resource"}]}}""",
        AutoscaleVerb.Autoscaler(Deployment(), null, 2, 5, 80).ToJsonString());

    private static JsonObject Deployment() => Parse("""{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{"template":{"spec":{"containers":[{"name":"web"},{"name":"side"}]}}}}""");

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
