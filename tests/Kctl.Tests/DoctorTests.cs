using System.Text.Json.Nodes;
using Kctl.Diagnosis;
using Kube.Api.Diagnosis;

namespace Kctl.Tests;

/// <summary>Each link of the chain from a service to its program, whole and broken.</summary>
public sealed class DoctorTests
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Links_AllWell_NameEachStep() => Assert.Equal(
        ["selector: app=web selects 1 pod", "readiness: 1 of 1 pod is ready", "ports: 80 goes to 8080", "endpoints: 1 address in 1 slice"],
        ServiceLinks.Of(Facts()).Select(link => $"{link.Name}: {link.Text}"));

    [Theory]
    [InlineData("wbe", "app=wbe selects no pod", "kctl set selector service web app=web -n shop")]
    [InlineData("front", "app=front selects no pod", "kctl set selector service web app=web -n shop")]
    public void Selector_SelectsNothing_ShowsTheNearestLabels(string value, string what, string command)
    {
        var broken = Broken(Facts(Service(selector: $$"""{"app":"{{value}}"}""")), "selector");
        Assert.Equal((what, command), (broken.What, broken.Remedies[0].Command));
        Assert.Equal(["1 pod with app=web,tier=a"], broken.Details);
    }

    [Fact]
    public void Selector_OtherKey_TakesThePodsKey() =>
        Assert.Equal("kctl set selector service web app=web -n shop", Broken(Facts(Service(selector: """{"apps":"web"}""")), "selector").Remedies[0].Command);

    [Fact]
    public void Selector_NoPodsAtAll_LooksForWhatMakesThem()
    {
        var broken = Broken(Facts(pods: []), "selector");
        Assert.Equal(("app=web selects no pod: there is none in its namespace", "kctl get deployments,statefulsets,daemonsets -n shop"), (broken.What, broken.Remedies[0].Command));
    }

    [Fact]
    public void Readiness_NoneReady_SaysTheStateAndAsksWhy()
    {
        var crashing = Pod("web-2", "False", """[{"name":"main","state":{"waiting":{"reason":"CrashLoopBackOff"}}}]""");
        var broken = Broken(Facts(pods: [Pod("web-1", "False"), crashing]), "readiness");
        Assert.Equal("none of 2 pods is ready", broken.What);
        Assert.Equal(["pod/web-1 runs on n but is not ready", "pod/web-2 is on n: CrashLoopBackOff"], broken.Details);
        Assert.Equal("kctl why pod/web-2 -n shop", broken.Remedies[0].Command);
    }

    [Fact]
    public void Ports_NameMissing_SendsToTheNearest()
    {
        var broken = Broken(Facts(Service(target: "\"htpp\"")), "ports");
        Assert.Equal("port 80 goes to the port named htpp, and no pod has one of that name", broken.What);
        Assert.Equal("""kctl patch service web --type=json -p '[{"op":"replace","path":"/spec/ports/0/targetPort","value":8080}]' -n shop""", broken.Remedies[0].Command);
    }

    [Fact]
    public void Ports_NameKnown_ShowsItsNumber() => Assert.Contains("80 goes to http (8080)", ServiceLinks.Of(Facts(Service(target: "\"http\"")))[2].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"holderIdentity":"m_1","renewTime":"2026-01-02T03:03:05Z","leaseDurationSeconds":15}""", "the lease of kube-controller-manager is held by m_1, renewed 60s ago: it has stopped")]
    [InlineData("{}", "nobody holds the lease of kube-controller-manager")]
    public void Endpoints_None_BlamesTheController(string lease, string detail)
    {
        var broken = Broken(Facts() with { Slices = [], ControllerLease = Parse($$"""{"spec":{{lease}} }""") }, "endpoints");
        Assert.Equal(detail, broken.Details[0]);
    }

    [Fact]
    public void ExternalName_HasNoChain() =>
        Assert.Equal("stands for the name db.example.com; there are no pods behind it", Assert.Single(ServiceLinks.Of(Facts(Parse("""{"spec":{"type":"ExternalName","externalName":"db.example.com"}}""")))).Text);

    [Theory]
    [InlineData(null, null, "the proxy of n does not answer: without it no service has an address there")]
    [InlineData(false, null, "the kernel of n refused the proxy's rules")]
    [InlineData(true, null, "the proxy of n has no rule for 10.96.0.7:80")]
    [InlineData(true, "10.244.0.99:8080", "the proxy of n hands 10.96.0.7:80 to none of the ready pods")]
    [InlineData(true, "10.244.0.5:8080", null)]
    public void Rule_OfTheProxy_IsJudged(bool? programmed, string? endpoint, string? broken)
    {
        var rules = programmed is null ? null : new ServiceRules { Programmed = programmed, Ports = endpoint is null ? [] : [new() { Address = "10.96.0.7:80", Protocol = "TCP", Endpoints = [endpoint] }] };
        Assert.Equal(broken, NetworkLinks.Rule(Facts(), Facts().Ports[0], "n", rules).Broken?.What);
    }

    [Theory]
    [InlineData(true, null, null, null)]
    [InlineData(false, true, null, "n reaches pod web-1 at 10.244.0.5:8080 but not the service at 10.96.0.7:80 (TimedOut)")]
    [InlineData(false, false, "Refused", "nothing listens on port 8080 of pod web-1: the connection is refused")]
    [InlineData(false, false, "TimedOut", "n cannot reach pod web-1 at 10.244.0.5:8080 (TimedOut)")]
    [InlineData(false, null, null, "n cannot reach 10.96.0.7:80 (TimedOut)")]
    public void Connection_FromANode_IsJudged(bool service, bool? pod, string? error, string? broken)
    {
        var toService = new ConnectionReport { Node = "n", Address = "10.96.0.7:80", Connected = service, Error = service ? null : "TimedOut", Milliseconds = 1 };
        var toPod = pod is null ? null : new ConnectionReport { Node = "n", Address = "10.244.0.5:8080", Connected = pod, Error = error };
        Assert.Equal(broken, NetworkLinks.Connection(Facts(), 0, toService, toPod, "web-1").Broken?.What);
    }

    [Fact]
    public void Connection_WrongTargetPort_SendsToTheDeclaredOne()
    {
        var facts = Facts(Service(target: "9999"));
        var toPod = new ConnectionReport { Node = "n", Address = "10.244.0.5:9999", Connected = false, Error = ConnectionError.Refused };
        var broken = NetworkLinks.Connection(facts, 0, new ConnectionReport { Node = "n", Connected = false }, toPod, "web-1").Broken!;
        Assert.EndsWith("""targetPort","value":8080}]' -n shop""", broken.Remedies[0].Command, StringComparison.Ordinal);
    }

    [Fact]
    public void Nodes_NotReadyOrUnderPressure_AreBroken()
    {
        var nodes = new[]
        {
            Parse("""{"metadata":{"name":"a"},"status":{"conditions":[{"type":"Ready","status":"True"}]}}"""),
            Parse("""{"metadata":{"name":"b"},"status":{"conditions":[{"type":"Ready","status":"Unknown","lastTransitionTime":"2026-01-02T03:04:00Z","message":"Kubelet stopped posting node status."}]}}"""),
            Parse("""{"metadata":{"name":"c"},"status":{"conditions":[{"type":"Ready","status":"True"},{"type":"DiskPressure","status":"True"}]}}"""),
        };
        Assert.Equal(["ready", "is not ready for 5s", "is under DiskPressure"], ClusterLinks.Nodes(nodes, s_now).Select(link => link.Text));
        Assert.NotNull(Assert.Single(ClusterLinks.Nodes([], s_now)).Broken);
    }

    [Fact]
    public void Checkup_Broken_IsWrittenWithItsRemedy()
    {
        using var text = new StringWriter { NewLine = "\n" };
        new Checkup("service/web", [new Link("selector", "fine"), Link.Break("readiness", new Finding("none") { Remedies = [new Remedy("see why", "kctl why x")] })]).WriteTo(text);
        Assert.Equal("service/web\n  ok    selector   fine\n  FAIL  readiness  none\n    -> see why\n       kctl why x\n", text.ToString());
    }

    private static Finding Broken(ServiceFacts facts, string link)
    {
        var last = ServiceLinks.Of(facts)[^1];
        Assert.Equal(link, last.Name);
        return last.Broken!;
    }

    private static ServiceFacts Facts(JsonObject? service = null, IReadOnlyList<JsonObject>? pods = null) => new(service ?? Service())
    {
        Pods = pods ?? [Pod("web-1")],
        Slices = [Parse("""{"endpoints":[{"addresses":["10.244.0.5"],"conditions":{"ready":true}}]}""")],
        Flags = " -n shop",
        Now = s_now,
    };

    private static JsonObject Service(string selector = """{"app":"web"}""", string target = "8080") => Parse(
        """{"metadata":{"name":"web","namespace":"shop"},"spec":{"clusterIP":"10.96.0.7","ports":[{"port":80,"protocol":"TCP","targetPort":TARGET}],"selector":SELECTOR}}"""
            .Replace("TARGET", target, StringComparison.Ordinal).Replace("SELECTOR", selector, StringComparison.Ordinal));

    private static JsonObject Pod(string name, string ready = "True", string statuses = "[]") => Parse(
        """
        {"metadata":{"name":"NAME","namespace":"shop","labels":{"app":"web","tier":"a","pod-template-hash":"x"}},
         "spec":{"nodeName":"n","containers":[{"name":"main","ports":[{"name":"http","containerPort":8080}]}]},
         "status":{"phase":"Running","podIP":"10.244.0.5","conditions":[{"type":"Ready","status":"READY"}],"containerStatuses":STATUSES}}
        """.Replace("NAME", name, StringComparison.Ordinal).Replace("READY", ready, StringComparison.Ordinal).Replace("STATUSES", statuses, StringComparison.Ordinal));

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
