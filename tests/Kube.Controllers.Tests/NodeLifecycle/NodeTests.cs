using Kube.Api.Coordination.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Controllers.NodeLifecycle;
using Kube.Testing;

namespace Kube.Controllers.Tests.NodeLifecycle;

public class NodeTests
{
    [Theory]
    [InlineData("Ready", "True", "")]
    [InlineData("Ready", "False", "node.kubernetes.io/not-ready:NoSchedule,node.kubernetes.io/not-ready:NoExecute")]
    [InlineData("Ready", "Unknown", "node.kubernetes.io/unreachable:NoSchedule,node.kubernetes.io/unreachable:NoExecute")]
    [InlineData("MemoryPressure", "True", "node.kubernetes.io/memory-pressure:NoSchedule")]
    [InlineData("DiskPressure", "True", "node.kubernetes.io/disk-pressure:NoSchedule")]
    [InlineData("PIDPressure", "True", "node.kubernetes.io/pid-pressure:NoSchedule")]
    [InlineData("NetworkUnavailable", "True", "node.kubernetes.io/network-unavailable:NoSchedule")]
    [InlineData("MemoryPressure", "Unknown", "")]
    public void Of_Condition_CallsForTaints(string condition, string status, string expected) =>
        Assert.Equal(expected, Text(NodeTaints.Of(Node(condition, status), evict: true, Given.Now)));

    [Fact]
    public void Of_Cordoned_CannotBeScheduledOn() =>
        Assert.Equal("node.kubernetes.io/unschedulable:NoSchedule", Text(NodeTaints.Of(new NodeBuilder("a").Cordoned().Build(), evict: true, Given.Now)));

    [Fact]
    public void Of_NoNodeIsReady_NobodyIsEvicted() =>
        Assert.Equal("node.kubernetes.io/unreachable:NoSchedule", Text(NodeTaints.Of(Node("Ready", "Unknown"), evict: false, Given.Now)));

    [Fact]
    public void Of_NeverReported_TakesNoPodsButKeepsThem()
    {
        var node = new NodeBuilder("a").With(n => n.Status!.Conditions = null).Build();
        Assert.Equal("node.kubernetes.io/not-ready:NoSchedule", Text(NodeTaints.Of(node, evict: true, Given.Now)));
    }

    [Fact]
    public void Of_Existing_KeepsUserTaintsAndTimes()
    {
        var node = new NodeBuilder("a").Taint("mine", "x").With(n =>
        {
            n.Status!.Conditions![0].Status = "Unknown";
            n.Spec!.Taints!.Add(new Taint { Key = NodeTaints.Unreachable, Effect = "NoExecute", TimeAdded = Given.Now.AddHours(-1) });
            n.Spec.Taints.Add(new Taint { Key = NodeTaints.NotReady, Effect = "NoExecute" });
        }).Build();
        var taints = NodeTaints.Of(node, evict: true, Given.Now);
        Assert.Equal("mine:NoSchedule,node.kubernetes.io/unreachable:NoExecute,node.kubernetes.io/unreachable:NoSchedule", Text(taints));
        Assert.Equal(Given.Now.AddHours(-1), taints[1].TimeAdded);
    }

    [Fact]
    public void LastHeard_LeaseRenewed_CountsFromWhenItWasSeen()
    {
        var health = new NodeHealth();
        var node = Node("Ready", "True");
        Assert.Equal(Given.Now, health.LastHeard(node, Lease(1), Given.Now));
        Assert.Equal(Given.Now, health.LastHeard(node, Lease(1), Given.Now.AddSeconds(30)));
        Assert.Equal(Given.Now.AddSeconds(40), health.LastHeard(node, Lease(2), Given.Now.AddSeconds(40)));
    }

    [Fact]
    public void LastHeard_OwnVerdict_IsNoSignOfLife()
    {
        var health = new NodeHealth();
        var node = Node("Ready", "True");
        health.LastHeard(node, null, Given.Now);
        node.Status!.Conditions = NodeHealth.Silenced(node, Given.Now.AddMinutes(1));
        Assert.Equal(Given.Now, health.LastHeard(node, null, Given.Now.AddMinutes(1)));
    }

    [Fact]
    public void LastHeard_NodeMadeAgain_StartsAfresh()
    {
        var health = new NodeHealth();
        health.LastHeard(Node("Ready", "True"), Lease(1), Given.Now);
        var again = Node("Ready", "True");
        again.Metadata!.Uid = "other";
        Assert.Equal(Given.Now.AddHours(1), health.LastHeard(again, Lease(1), Given.Now.AddHours(1)));
    }

    [Fact]
    public void Silenced_ReportingNode_EverythingBecomesUnknown()
    {
        var conditions = NodeHealth.Silenced(Node("Ready", "True"), Given.Now)!;
        Assert.All(conditions, condition => Assert.Equal("Unknown", condition.Status));
        Assert.Equal(("NodeStatusUnknown", "Kubelet stopped posting node status."), (conditions[0].Reason, conditions[0].Message));
        Assert.Equal("NodeStatusNeverUpdated", conditions.Single(condition => condition.Type == "DiskPressure").Reason);
        Assert.Null(NodeHealth.Silenced(new Node { Status = new NodeStatus { Conditions = conditions } }, Given.Now));
    }

    private static Node Node(string condition, string status) => new NodeBuilder("a").With(node =>
    {
        node.Status!.Conditions!.RemoveAll(old => old.Type == condition);
        node.Status.Conditions.Insert(0, new NodeCondition { Type = condition, Status = status, LastHeartbeatTime = Given.Now.AddHours(-1) });
    }).Build();

    private static Lease Lease(int renewal) => new()
    {
        Metadata = new ObjectMeta { Name = "a" },
        Spec = new LeaseSpec { RenewTime = Given.Now.AddHours(-1).AddSeconds(renewal) },
    };

    private static string Text(IEnumerable<Taint> taints) => string.Join(',', taints.Select(taint => $"{taint.Key}:{taint.Effect}"));
}
