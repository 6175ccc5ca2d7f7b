using Kube.Api.Core.V1;
using Kube.Controllers.ReplicaSets;
using Kube.Testing;

namespace Kube.Controllers.Tests.ReplicaSets;

public class ReplicaSetStatusRulesTests
{
    [Fact]
    public void Of_Pods_CountsReadyAvailableAndLabelled()
    {
        var set = Given.Set("v1", 4);
        set.Spec!.MinReadySeconds = 10;
        Pod[] pods =
        [
            Pod("a").Ready(Given.Now.AddSeconds(-10)), Pod("b").Ready(Given.Now.AddSeconds(-3)), Pod("c"), new PodBuilder("d").Build(),
        ];
        var status = ReplicaSetStatusRules.Of(set, pods, 2, null, Given.Now);
        Assert.Equal((4, 3, 2, 1, 2), (status.Replicas, status.FullyLabeledReplicas, status.ReadyReplicas, status.AvailableReplicas, status.TerminatingReplicas));
        Assert.Equal(TimeSpan.FromSeconds(7), ReplicaSetStatusRules.UntilNextAvailable(set, pods, Given.Now));
    }

    [Fact]
    public void Of_NoPods_WritesOnlyTheReplicas()
    {
        var status = ReplicaSetStatusRules.Of(Given.Set("v1", 0), [], 0, null, Given.Now);
        Assert.Equal((0, null, null, null), (status.Replicas, status.ReadyReplicas, status.AvailableReplicas, status.Conditions));
    }

    [Theory]
    [InlineData(5, "FailedCreate")]
    [InlineData(0, "FailedDelete")]
    public void Of_Failure_IsACondition(int wanted, string reason)
    {
        var set = Given.Set("v1", wanted);
        var status = ReplicaSetStatusRules.Of(set, [Pod("a")], 0, new InvalidOperationException("no"), Given.Now);
        var failure = Assert.Single(status.Conditions!);
        Assert.Equal(("ReplicaFailure", "True", reason, "no"), (failure.Type, failure.Status, failure.Reason, failure.Message));
        set.Status = status;
        Assert.Null(ReplicaSetStatusRules.Of(set, [Pod("a")], 0, null, Given.Now).Conditions);
    }

    private static Pod Pod(string name) => new PodBuilder(name).Label("app", "web").Build();
}
