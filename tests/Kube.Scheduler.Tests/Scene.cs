using Kube.Api.Core.V1;
using Kube.Api.Scheduling;
using Kube.Machinery.Selectors;
using Kube.Scheduler.Decisions;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Scheduling;
using Kube.Testing;

namespace Kube.Scheduler.Tests;

/// <summary>A cluster in memory: nodes, the pods on them, and a decision about one more pod. No clock, no client.</summary>
internal sealed class Scene : IClusterFacts
{
    private readonly NodeCache _cache = new(new FakeTimeProvider(), TimeSpan.Zero);
    private readonly Dictionary<string, Dictionary<string, string>> _namespaces = [];
    private readonly NominatedPods _nominated = new();
    private readonly Snapshot _snapshot = new();
    private readonly Decider _decider;
    private Selector? _siblings;

    public Scene(int seed = 1)
    {
        Profile = Registry.Default(this);
        _decider = new Decider(Profile, new Random(seed), _nominated);
    }

    public Profile Profile { get; }

    public NodeCache Cache => _cache;

    public Scene Node(NodeBuilder node, params PodBuilder[] pods)
    {
        var built = node.Build();
        _cache.SetNode(built);
        foreach (var pod in pods)
        {
            Place(pod, built.Metadata!.Name!);
        }

        return this;
    }

    public Scene Place(PodBuilder pod, string node)
    {
        _cache.SetPod(new PodFacts(pod.On(node).Build()));
        return this;
    }

    public Scene Namespace(string name, string key, string value)
    {
        _namespaces[name] = new() { [key] = value };
        return this;
    }

    /// <summary>Every pod's siblings are those with this label, as if one Service selected them.</summary>
    public Scene Service(string key, string value)
    {
        _siblings = Selector.FromMap(new Dictionary<string, string> { [key] = value });
        return this;
    }

    public Scene Nominate(PodBuilder pod, string node)
    {
        _nominated.Set(new PodFacts(pod.Build()), node);
        return this;
    }

    public Decision Decide(PodBuilder pod) => Decide(new PodFacts(pod.Build()));

    public Decision Decide(PodFacts pod)
    {
        _cache.Update(_snapshot);
        return _decider.Decide(pod, _snapshot);
    }

    /// <summary>What is recorded of the nodes that refuse the pod.</summary>
    public List<DecisionRefusal> Refusals(PodFacts pod)
    {
        var decision = Decide(pod);
        return RefusalGroups.Of(pod, _snapshot, decision);
    }

    /// <summary>Decides and puts the pod where it was decided; returns the node, or null.</summary>
    public string? Schedule(PodBuilder pod)
    {
        var node = Decide(pod).Node?.Name;
        if (node is not null)
        {
            Place(pod, node);
        }

        return node;
    }

    /// <summary>The words of the first No on one node; null when the pod fits.</summary>
    public string? WhyNot(PodBuilder pod, string node)
    {
        var decision = Decide(pod);
        if (decision.Node?.Name == node)
        {
            return null;
        }

        return decision.Diagnosis.For(node) is { Reasons.Count: > 0 } verdict ? verdict.Message : null;
    }

    /// <summary>The score one rule gives to each node, after normalisation.</summary>
    public Dictionary<string, long> Scores<T>(PodBuilder pod) where T : IScore
    {
        _cache.Update(_snapshot);
        var plugin = Profile.Plugins.Select(e => e.Plugin).OfType<T>().Single();
        var cycle = new CycleState();
        var facts = new PodFacts(pod.Build());
        var nodes = _snapshot.Nodes;
        if (plugin is IPreScore preScore && preScore.PreScore(cycle, facts, _snapshot, nodes).IsSkip)
        {
            return nodes.ToDictionary(n => n.Name, _ => 0L);
        }

        var scores = nodes.Select(n => plugin.Rate(cycle, facts, n)).ToArray();
        plugin.Normalize(cycle, nodes, scores);
        return nodes.Select((n, i) => (n.Name, scores[i])).ToDictionary(p => p.Name, p => p.Item2);
    }

    public IReadOnlyDictionary<string, string>? NamespaceLabels(string name) => _namespaces.GetValueOrDefault(name);

    public Selector? SiblingsOf(Pod pod) => _siblings is not null && _siblings.Matches(pod.Metadata?.Labels) ? _siblings : null;
}
