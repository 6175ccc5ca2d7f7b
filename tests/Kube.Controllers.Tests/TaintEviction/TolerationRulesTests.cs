using Kube.Api.Core.V1;
using Kube.Controllers.TaintEviction;
using Kube.Testing;

namespace Kube.Controllers.Tests.TaintEviction;

public class TolerationRulesTests
{
    [Theory]
    [InlineData(null, "Exists", null, null, true)]
    [InlineData("k", "Exists", null, null, true)]
    [InlineData("k", "Exists", null, "NoExecute", true)]
    [InlineData("k", "Exists", null, "NoSchedule", false)]
    [InlineData("k", "Equal", "v", null, true)]
    [InlineData("k", null, "v", "NoExecute", true)]
    [InlineData("k", "Equal", "other", null, false)]
    [InlineData("other", "Exists", null, null, false)]
    [InlineData(null, "Equal", "v", null, false)]
    public void Tolerates_KeyValueEffect_AsKubernetes(string? key, string? op, string? value, string? effect, bool expected) =>
        Assert.Equal(expected, TolerationRules.Tolerates(new Toleration { Key = key, Operator = op, Value = value, Effect = effect }, Taint("k", 0)));

    [Fact]
    public void EvictionTime_NoTaint_Stays() => Assert.Null(TolerationRules.EvictionTime(Pod(("k", 5)), new NodeBuilder("n").Build(), Given.Now));

    [Fact]
    public void EvictionTime_NotTolerated_Now() => Assert.Equal(Given.Now, TolerationRules.EvictionTime(Pod(), Node(Taint("k", -60)), Given.Now));

    [Fact]
    public void EvictionTime_ToleratedForever_Stays() => Assert.Null(TolerationRules.EvictionTime(Pod(("k", null)), Node(Taint("k", -60)), Given.Now));

    [Fact]
    public void EvictionTime_ToleratedForAWhile_CountsFromTheTaint() =>
        Assert.Equal(Given.Now.AddSeconds(240), TolerationRules.EvictionTime(Pod(("k", 300)), Node(Taint("k", -60)), Given.Now));

    [Fact]
    public void EvictionTime_SeveralTaints_ShortestTimeFromTheLastTaint() =>
        Assert.Equal(Given.Now.AddSeconds(5), TolerationRules.EvictionTime(Pod(("a", 15), ("b", 300)), Node(Taint("a", -60), Taint("b", -10)), Given.Now));

    [Fact]
    public void EvictionTime_OneOfTwoNotTolerated_Now() =>
        Assert.Equal(Given.Now, TolerationRules.EvictionTime(Pod(("a", null)), Node(Taint("a", 0), Taint("b", 0)), Given.Now));

    private static Taint Taint(string key, int addedSeconds) => new() { Key = key, Value = "v", Effect = "NoExecute", TimeAdded = Given.Now.AddSeconds(addedSeconds) };

    private static Node Node(params Taint[] taints) => new NodeBuilder("n").With(node => node.Spec!.Taints = [.. taints]).Build();

    private static Pod Pod(params (string Key, long? Seconds)[] tolerations) => new PodBuilder("p").With(pod => pod.Spec!.Tolerations =
        [.. tolerations.Select(toleration => new Toleration { Key = toleration.Key, Operator = "Exists", TolerationSeconds = toleration.Seconds })]).Build();
}
