using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Testing;

/// <summary>Builds pods in words: <c>new PodBuilder("web").Requests("100m", "64Mi").On("node-a").Build()</c>.</summary>
public sealed class PodBuilder
{
    private readonly Pod _pod;

    /// <summary>A waiting pod with one container; its uid is derived from its name.</summary>
    public PodBuilder(string name, string ns = "default")
    {
        _pod = new Pod
        {
            ApiVersion = "v1",
            Kind = "Pod",
            Metadata = new ObjectMeta { Name = name, Namespace = ns, Uid = $"uid-{ns}-{name}" },
            Spec = new PodSpec { Containers = [new Container { Name = "main", Image = "kube.local/echo:1" }], SchedulerName = "default-scheduler" },
            Status = new PodStatus { Phase = PodPhase.Pending },
        };
    }

    private PodSpec Spec => _pod.Spec!;

    private Container Main => Spec.Containers![0];

    /// <summary>A label.</summary>
    public PodBuilder Label(string key, string value)
    {
        (_pod.Metadata!.Labels ??= [])[key] = value;
        return this;
    }

    /// <summary>Another uid, as a pod that was created again has.</summary>
    public PodBuilder Uid(string uid)
    {
        _pod.Metadata!.Uid = uid;
        return this;
    }

    /// <summary>What the container asks for.</summary>
    public PodBuilder Requests(string? cpu = null, string? memory = null)
    {
        _ = cpu is null ? this : Request("cpu", cpu);
        return memory is null ? this : Request("memory", memory);
    }

    /// <summary>One resource the container asks for.</summary>
    public PodBuilder Request(string resource, string quantity)
    {
        Main.Resources ??= new ResourceRequirements();
        (Main.Resources.Requests ??= [])[resource] = Quantity.Parse(quantity);
        return this;
    }

    /// <summary>The container's image.</summary>
    public PodBuilder Image(string image)
    {
        Main.Image = image;
        return this;
    }

    /// <summary>A port on the node's own addresses.</summary>
    public PodBuilder HostPort(int port, string? ip = null, string protocol = "TCP")
    {
        (Main.Ports ??= []).Add(new ContainerPort { Port = port, HostPort = port, HostIP = ip, Protocol = protocol });
        return this;
    }

    /// <summary>Bound to a node.</summary>
    public PodBuilder On(string node)
    {
        Spec.NodeName = node;
        return this;
    }

    /// <summary>Its priority.</summary>
    public PodBuilder Priority(int priority)
    {
        Spec.Priority = priority;
        return this;
    }

    /// <summary>A label its node must have.</summary>
    public PodBuilder NodeSelector(string key, string value)
    {
        (Spec.NodeSelector ??= [])[key] = value;
        return this;
    }

    /// <summary>A taint it puts up with; without a value any value.</summary>
    public PodBuilder Tolerates(string key, string? value = null, string? effect = null)
    {
        (Spec.Tolerations ??= []).Add(new Toleration { Key = key, Operator = value is null ? "Exists" : "Equal", Value = value, Effect = effect });
        return this;
    }

    /// <summary>Held back by a gate.</summary>
    public PodBuilder Gate(string name)
    {
        (Spec.SchedulingGates ??= []).Add(new PodSchedulingGate { Name = name });
        return this;
    }

    /// <summary>A spread constraint over pods with a label.</summary>
    public PodBuilder Spread(string topologyKey, int maxSkew, string whenUnsatisfiable, string key, string value)
    {
        (Spec.TopologySpreadConstraints ??= []).Add(new TopologySpreadConstraint
        {
            TopologyKey = topologyKey,
            MaxSkew = maxSkew,
            WhenUnsatisfiable = whenUnsatisfiable,
            LabelSelector = new LabelSelector { MatchLabels = new() { [key] = value } },
        });
        return this;
    }

    /// <summary>Owned by a controller.</summary>
    public PodBuilder OwnedBy(string kind, string name)
    {
        (_pod.Metadata!.OwnerReferences ??= []).Add(
            new OwnerReference { ApiVersion = "apps/v1", Kind = kind, Name = name, Uid = $"uid-{name}", Controller = true });
        return this;
    }

    /// <summary>Being deleted.</summary>
    public PodBuilder Terminating()
    {
        _pod.Metadata!.DeletionTimestamp = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return this;
    }

    /// <summary>In another phase than Pending.</summary>
    public PodBuilder Phase(string phase)
    {
        _pod.Status!.Phase = phase;
        return this;
    }

    /// <summary>Anything else.</summary>
    public PodBuilder With(Action<Pod> change)
    {
        change(_pod);
        return this;
    }

    /// <summary>The pod.</summary>
    public Pod Build() => _pod.Clone();
}
