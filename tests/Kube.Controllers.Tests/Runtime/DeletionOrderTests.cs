using Kube.Api.Core.V1;
using Kube.Controllers.Runtime;
using Kube.Testing;

namespace Kube.Controllers.Tests.Runtime;

public class DeletionOrderTests
{
    /// <summary>Each pair: the first pod goes before the second, and only the rule named tells them apart.</summary>
    public static TheoryData<string, Pod, Pod> Pairs => new()
    {
        { "unassigned", Pod("a").With(pod => pod.Spec!.NodeName = null).Build(), Pod("b").Build() },
        { "pending before running", Pod("a").Phase("Pending").Build(), Pod("b").Build() },
        { "pending before unknown", Pod("a").Phase("Pending").Build(), Pod("b").Phase("Unknown").Build() },
        { "unknown before running", Pod("a").Phase("Unknown").Build(), Pod("b").Build() },
        { "not ready", Pod("a").Build().Ready(status: "False"), Pod("b").Build().Ready() },
        { "deletion cost", Cost("a", "-5").Build().Ready(), Pod("b").Build().Ready() },
        { "deletion cost, not a number", Pod("a").Build().Ready(Given.Now.AddSeconds(-1)), Cost("b", "1").Build().Ready(Given.Now.AddHours(-9)) },
        { "ready for less time", Pod("a").Build().Ready(Given.Now.AddSeconds(-10)), Pod("b").Build().Ready(Given.Now.AddHours(-5)) },
        { "restarts", Restarts("a", 3), Restarts("b", 1) },
        { "younger", Age("a", TimeSpan.FromMinutes(1)), Age("b", TimeSpan.FromDays(3)) },
        { "about the same age: by uid, not by age", Age("a", TimeSpan.FromMinutes(61)), Age("b", TimeSpan.FromMinutes(60)) },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Compare_OneDifference_DecidesWhoGoesFirst(string rule, Pod first, Pod second)
    {
        var order = new DeletionOrder([], Given.Now);
        Assert.True(order.Compare(first, second) < 0, rule);
        Assert.True(order.Compare(second, first) > 0, rule);
    }

    [Fact]
    public void Pick_CrowdedNode_GivesUpItsPodsFirst()
    {
        var pods = new[] { ("a", "n1"), ("b", "n1"), ("c", "n2") }.Select(pod => new PodBuilder(pod.Item1).On(pod.Item2).Build().Ready()).ToList();
        Assert.NotEqual("c", Assert.Single(new DeletionOrder(pods, Given.Now).Pick(pods, 1)).Metadata!.Name);
    }

    [Fact]
    public void Pick_SiblingsOfAnotherSet_CountToo()
    {
        var pods = new[] { ("a", "n1"), ("b", "n2") }.Select(pod => new PodBuilder(pod.Item1).On(pod.Item2).Build().Ready()).ToList();
        var related = pods.Append(new PodBuilder("other").On("n2").Build().Ready());
        Assert.Equal("b", Assert.Single(new DeletionOrder(related, Given.Now).Pick(pods, 1)).Metadata!.Name);
    }

    [Fact]
    public void Pick_AllOfThem_KeepsTheirOrder()
    {
        var pods = new[] { "c", "a", "b" }.Select(name => Pod(name).Build()).ToList();
        Assert.Equal(pods, new DeletionOrder(pods, Given.Now).Pick(pods, 5));
    }

    private static PodBuilder Pod(string name) => new PodBuilder(name).On("n1").Phase("Running");

    private static PodBuilder Cost(string name, string cost) =>
        Pod(name).With(pod => pod.Metadata!.Annotations = new() { [DeletionOrder.DeletionCost] = cost });

    private static Pod Restarts(string name, int count) =>
        Pod(name).With(pod => pod.Status!.ContainerStatuses = [new ContainerStatus { RestartCount = count }]).Build();

    private static Pod Age(string name, TimeSpan age) => Pod(name).With(pod => pod.Metadata!.CreationTimestamp = Given.Now - age).Build();
}
