using Kube.Api.Core.V1;
using Kube.Client;

namespace Kube.Scheduler.Nodes;

/// <summary>
/// A pod as the rules see it: everything that would be worked out again for every node is worked out once here. Immutable; a changed pod is a new one.
/// </summary>
internal sealed class PodFacts
{
    private static readonly IReadOnlyDictionary<string, string> s_noLabels = new Dictionary<string, string>();

    public PodFacts(Pod pod)
    {
        Pod = pod;
        Uid = pod.Metadata?.Uid ?? "";
        Namespace = pod.Metadata?.Namespace ?? "";
        Name = pod.Metadata?.Name ?? "";
        Labels = pod.Metadata?.Labels ?? s_noLabels;
        Priority = pod.Spec?.Priority ?? 0;
        IsTerminating = pod.Metadata?.DeletionTimestamp is not null;
        Requests = PodRequests.Of(pod.Spec);
        ScoringRequests = PodRequests.WithDefaults(pod.Spec);
        HostPorts = HostPort.Of(pod.Spec);
        Shape = PodShape.KeyOf(Namespace, Labels);
        var affinity = pod.Spec?.Affinity;
        RequiredAffinity = AffinityTerm.From(pod, affinity?.PodAffinity?.RequiredDuringSchedulingIgnoredDuringExecution);
        RequiredAntiAffinity = AffinityTerm.From(pod, affinity?.PodAntiAffinity?.RequiredDuringSchedulingIgnoredDuringExecution);
        PreferredAffinity = AffinityTerm.From(pod, affinity?.PodAffinity?.PreferredDuringSchedulingIgnoredDuringExecution);
        PreferredAntiAffinity = AffinityTerm.From(pod, affinity?.PodAntiAffinity?.PreferredDuringSchedulingIgnoredDuringExecution);
    }

    public Pod Pod { get; }

    /// <summary>Tells two pods of the same name apart.</summary>
    public string Uid { get; }

    public string Namespace { get; }

    public string Name { get; }

    public ObjectKey Key => new(Namespace, Name);

    public IReadOnlyDictionary<string, string> Labels { get; }

    public int Priority { get; }

    public bool IsTerminating { get; }

    /// <summary>What the pod asks for: what filters count.</summary>
    public ResourceAmounts Requests { get; }

    /// <summary>What the pod asks for or is assumed to need: what scores count.</summary>
    public ResourceAmounts ScoringRequests { get; }

    public HostPort[] HostPorts { get; }

    /// <summary>Equal for pods of one namespace with equal labels.</summary>
    public string Shape { get; }

    public AffinityTerm[] RequiredAffinity { get; }

    public AffinityTerm[] RequiredAntiAffinity { get; }

    public AffinityTerm[] PreferredAffinity { get; }

    public AffinityTerm[] PreferredAntiAffinity { get; }

    /// <summary>True when the pod has an opinion about other pods.</summary>
    public bool HasPodAffinity => RequiredAffinity.Length + RequiredAntiAffinity.Length + PreferredAffinity.Length + PreferredAntiAffinity.Length > 0;

    /// <summary>The node the pod is bound to; null while it waits.</summary>
    public string? NodeName => string.IsNullOrEmpty(Pod.Spec?.NodeName) ? null : Pod.Spec.NodeName;

    /// <summary>The node that room is being made on for this pod.</summary>
    public string? NominatedNode => string.IsNullOrEmpty(Pod.Status?.NominatedNodeName) ? null : Pod.Status.NominatedNodeName;

    public override string ToString() => $"{Namespace}/{Name}";
}
