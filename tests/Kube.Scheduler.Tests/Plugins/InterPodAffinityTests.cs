using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Testing;

namespace Kube.Scheduler.Tests.Plugins;

public class InterPodAffinityTests
{
    private const string Zone = "topology.kubernetes.io/zone";
    private const string Affinity = "node(s) didn't match pod affinity rules";
    private const string AntiAffinity = "node(s) didn't match pod anti-affinity rules";
    private const string Existing = "node(s) didn't satisfy existing pods anti-affinity rules";

    [Fact]
    public void Filter_RequiredAffinity_OnlyInTheZoneOfTheOther()
    {
        var scene = Zones(new PodBuilder("db").Label("app", "db"));
        var pod = Near(new PodBuilder("x"), Term("db"));
        Assert.Null(scene.WhyNot(pod, "a2"));
        Assert.Equal(Affinity, scene.WhyNot(pod, "b1"));
    }

    [Fact]
    public void Filter_RequiredAffinityToNobody_RejectsUnlessThePodIsAMemberItself()
    {
        var scene = Zones();
        Assert.Equal(Affinity, scene.WhyNot(Near(new PodBuilder("x"), Term("db")), "a1"));
        Assert.Null(scene.WhyNot(Near(new PodBuilder("x").Label("app", "db"), Term("db")), "a1"));
    }

    [Fact]
    public void Filter_RequiredAntiAffinity_NotInTheZoneOfTheOther()
    {
        var scene = Zones(new PodBuilder("db").Label("app", "db"));
        var pod = AwayFrom(new PodBuilder("x"), Term("db"));
        Assert.Equal(AntiAffinity, scene.WhyNot(pod, "a2"));
        Assert.Equal("b1", scene.Decide(pod).Node?.Name);
    }

    [Fact]
    public void Filter_AntiAffinityToTerminatingPod_StillHolds()
    {
        var scene = Zones(new PodBuilder("db").Label("app", "db").Terminating());
        Assert.Equal(AntiAffinity, scene.WhyNot(AwayFrom(new PodBuilder("x"), Term("db")), "a1"));
    }

    [Fact]
    public void Filter_ExistingPodsAntiAffinity_IsSymmetric()
    {
        var scene = Zones(AwayFrom(new PodBuilder("lonely"), Term("web")));
        Assert.Equal(Existing, scene.WhyNot(new PodBuilder("x").Label("app", "web"), "a2"));
        Assert.Null(scene.WhyNot(new PodBuilder("x").Label("app", "web"), "b1"));
    }

    [Fact]
    public void Filter_OtherNamespace_CountsOnlyWhenTermSaysSo()
    {
        var scene = Zones(new PodBuilder("db", "prod").Label("app", "db")).Namespace("prod", "stage", "prod");
        Assert.Null(scene.WhyNot(AwayFrom(new PodBuilder("x"), Term("db")), "a1"));

        var named = Term("db");
        named.Namespaces = ["prod"];
        Assert.Equal(AntiAffinity, scene.WhyNot(AwayFrom(new PodBuilder("x"), named), "a1"));

        var selected = Term("db");
        selected.NamespaceSelector = new LabelSelector { MatchLabels = new() { ["stage"] = "prod" } };
        Assert.Equal(AntiAffinity, scene.WhyNot(AwayFrom(new PodBuilder("x"), selected), "a1"));

        var all = Term("db");
        all.NamespaceSelector = new LabelSelector();
        Assert.Equal(AntiAffinity, scene.WhyNot(AwayFrom(new PodBuilder("x"), all), "a1"));
    }

    [Fact]
    public void Score_Preferences_DrawAndRepel()
    {
        var scene = Zones(new PodBuilder("db").Label("app", "db"));
        var drawn = new PodBuilder("x").With(p => p.Spec!.Affinity = new Affinity { PodAffinity = new PodAffinity { PreferredDuringSchedulingIgnoredDuringExecution = [Weighted(5, "db")] } });
        var repelled = new PodBuilder("y").With(p => p.Spec!.Affinity = new Affinity { PodAntiAffinity = new PodAntiAffinity { PreferredDuringSchedulingIgnoredDuringExecution = [Weighted(5, "db")] } });

        var near = scene.Scores<Scheduler.Plugins.InterPodAffinity>(drawn);
        Assert.Equal((100, 100, 0), (near["a1"], near["a2"], near["b1"]));
        var far = scene.Scores<Scheduler.Plugins.InterPodAffinity>(repelled);
        Assert.Equal((0, 0, 100), (far["a1"], far["a2"], far["b1"]));
    }

    [Fact]
    public void Score_ExistingPodsPreference_DrawsTheNewPod()
    {
        var scene = Zones(new PodBuilder("db").With(p => p.Spec!.Affinity = new Affinity { PodAffinity = new PodAffinity { PreferredDuringSchedulingIgnoredDuringExecution = [Weighted(5, "web")] } }));
        var scores = scene.Scores<Scheduler.Plugins.InterPodAffinity>(new PodBuilder("x").Label("app", "web"));
        Assert.Equal((100, 0), (scores["a2"], scores["b1"]));
    }

    private static Scene Zones(params PodBuilder[] onA1) => new Scene()
        .Node(new NodeBuilder("a1").Zone("a"), onA1)
        .Node(new NodeBuilder("a2").Zone("a"))
        .Node(new NodeBuilder("b1").Zone("b"));

    private static PodAffinityTerm Term(string app) => new() { TopologyKey = Zone, LabelSelector = new LabelSelector { MatchLabels = new() { ["app"] = app } } };

    private static WeightedPodAffinityTerm Weighted(int weight, string app) => new() { Weight = weight, PodAffinityTerm = Term(app) };

    private static PodBuilder Near(PodBuilder pod, PodAffinityTerm term) =>
        pod.With(p => p.Spec!.Affinity = new Affinity { PodAffinity = new PodAffinity { RequiredDuringSchedulingIgnoredDuringExecution = [term] } });

    private static PodBuilder AwayFrom(PodBuilder pod, PodAffinityTerm term) =>
        pod.With(p => p.Spec!.Affinity = new Affinity { PodAntiAffinity = new PodAntiAffinity { RequiredDuringSchedulingIgnoredDuringExecution = [term] } });
}
