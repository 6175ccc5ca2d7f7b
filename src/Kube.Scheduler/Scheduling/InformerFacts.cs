using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Machinery.Selectors;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;

namespace Kube.Scheduler.Scheduling;

/// <summary>What rules want to know beyond nodes and pods, from the informers. Remembers siblings per kind of pod until a Service or ReplicaSet changes.</summary>
internal sealed class InformerFacts : IClusterFacts
{
    private readonly Informer<Namespace> _namespaces;
    private readonly Informer<Service> _services;
    private readonly Informer<ReplicaSet> _replicaSets;
    private readonly Dictionary<(string Shape, string? Owner), Selector?> _siblings = [];
    private int _stale;

    public InformerFacts(Informer<Namespace> namespaces, Informer<Service> services, Informer<ReplicaSet> replicaSets)
    {
        _namespaces = namespaces;
        _services = services;
        _replicaSets = replicaSets;
        services.AddHandler(change => Invalidate(!PodChanges.SameMap(change.Old?.Spec?.Selector, change.New?.Spec?.Selector)));
        replicaSets.AddHandler(change => Invalidate(change.Type != ChangeType.Updated));
    }

    public IReadOnlyDictionary<string, string>? NamespaceLabels(string name) => _namespaces.Get(null, name)?.Metadata?.Labels;

    public Selector? SiblingsOf(Pod pod)
    {
        if (Interlocked.Exchange(ref _stale, 0) == 1)
        {
            _siblings.Clear();
        }

        var ns = pod.Metadata?.Namespace ?? "";
        var labels = pod.Metadata?.Labels ?? [];
        var owner = pod.Metadata?.OwnerReferences?.Find(o => o.Controller == true && o.Kind == ReplicaSet.Info.Kind);
        var key = (PodShape.KeyOf(ns, labels), owner?.Name);
        if (!_siblings.TryGetValue(key, out var selector))
        {
            _siblings[key] = selector = Find(ns, labels, owner?.Name);
        }

        return selector;
    }

    private Selector? Find(string ns, Dictionary<string, string> labels, string? replicaSet)
    {
        var equal = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var service in _services.List(ns))
        {
            var selector = service.Spec?.Selector;
            if (selector is { Count: > 0 } && Selector.FromMap(selector).Matches(labels))
            {
                foreach (var (name, value) in selector)
                {
                    equal[name] = value;
                }
            }
        }

        IEnumerable<Requirement> requirements = Selector.FromMap(equal).Requirements;
        if (replicaSet is not null && _replicaSets.Get(ns, replicaSet)?.Spec?.Selector is { } own)
        {
            requirements = requirements.Concat(LabelSelection.From(own).Requirements);
        }

        Requirement[] all = [.. requirements];
        return all.Length == 0 ? null : Selector.Of(all);
    }

    private void Invalidate(bool changed)
    {
        if (changed)
        {
            Interlocked.Exchange(ref _stale, 1);
        }
    }
}
