using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Testing;

/// <summary>Builds nodes in words: <c>new NodeBuilder("a").Capacity(cpu: "4").Zone("z1").Build()</c>.</summary>
public sealed class NodeBuilder
{
    private readonly Node _node;

    /// <summary>A ready node with 4 CPUs, 8 GiB and room for 110 pods, labelled with its host name.</summary>
    public NodeBuilder(string name)
    {
        _node = new Node
        {
            ApiVersion = "v1",
            Kind = "Node",
            Metadata = new ObjectMeta { Name = name, Uid = $"uid-{name}", Labels = new() { ["kubernetes.io/hostname"] = name } },
            Spec = new NodeSpec(),
            Status = new NodeStatus { Conditions = [new NodeCondition { Type = NodeConditionType.Ready, Status = "True" }] },
        };
        Capacity("4", "8Gi", "110");
    }

    /// <summary>What the node has and gives.</summary>
    public NodeBuilder Capacity(string? cpu = null, string? memory = null, string? pods = null)
    {
        _ = cpu is null ? this : Resource("cpu", cpu);
        _ = memory is null ? this : Resource("memory", memory);
        return pods is null ? this : Resource("pods", pods);
    }

    /// <summary>One resource the node has and gives.</summary>
    public NodeBuilder Resource(string name, string quantity)
    {
        (_node.Status!.Capacity ??= [])[name] = Quantity.Parse(quantity);
        (_node.Status.Allocatable ??= [])[name] = Quantity.Parse(quantity);
        return this;
    }

    /// <summary>A label.</summary>
    public NodeBuilder Label(string key, string value)
    {
        _node.Metadata!.Labels![key] = value;
        return this;
    }

    /// <summary>The zone it is in.</summary>
    public NodeBuilder Zone(string zone) => Label("topology.kubernetes.io/zone", zone);

    /// <summary>A taint.</summary>
    public NodeBuilder Taint(string key, string? value = null, string effect = TaintEffect.NoSchedule)
    {
        (_node.Spec!.Taints ??= []).Add(new Taint { Key = key, Value = value, Effect = effect });
        return this;
    }

    /// <summary>Cordoned.</summary>
    public NodeBuilder Cordoned()
    {
        _node.Spec!.Unschedulable = true;
        return this;
    }

    /// <summary>An image that is on it.</summary>
    public NodeBuilder Image(string name, long bytes)
    {
        (_node.Status!.Images ??= []).Add(new ContainerImage { Names = [name], SizeBytes = bytes });
        return this;
    }

    /// <summary>Anything else.</summary>
    public NodeBuilder With(Action<Node> change)
    {
        change(_node);
        return this;
    }

    /// <summary>The node.</summary>
    public Node Build() => _node.Clone();
}
