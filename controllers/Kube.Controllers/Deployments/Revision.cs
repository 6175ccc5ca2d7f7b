using System.Globalization;
using Kube.Api;
using Kube.Api.Apps.V1;
using Kube.Api.Meta.V1;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.Deployments;

/// <summary>
/// The history of a Deployment, kept in annotations of its ReplicaSets. Revision numbers only grow: a ReplicaSet that becomes current again
/// (a rollback) gets the next number and remembers the ones it had.
/// </summary>
internal static class Revision
{
    /// <summary>The number of the revision, on ReplicaSets and on the Deployment itself.</summary>
    public const string Annotation = "deployment.kubernetes.io/revision";

    /// <summary>Numbers the ReplicaSet had before, separated by commas.</summary>
    public const string HistoryAnnotation = "deployment.kubernetes.io/revision-history";

    /// <summary>The Deployment's size when the ReplicaSet was last scaled by it; a difference means that the user has scaled.</summary>
    public const string DesiredAnnotation = "deployment.kubernetes.io/desired-replicas";

    /// <summary>Desired + maxSurge at that time; what the ReplicaSet's share is a share of.</summary>
    public const string MaxAnnotation = "deployment.kubernetes.io/max-replicas";

    /// <summary>Old numbers beyond this many characters are dropped, oldest first.</summary>
    public const int HistoryLimit = 2000;

    private static readonly string[] s_ownAnnotations =
    [
        "kubectl.kubernetes.io/last-applied-configuration", Annotation, HistoryAnnotation, DesiredAnnotation, MaxAnnotation, "deprecated.deployment.rollback.to",
    ];

    /// <summary>The revision of a ReplicaSet or Deployment; 0 when it has none.</summary>
    public static long Of(IKubeObject value) => Number(value, Annotation) ?? 0;

    /// <summary>The Deployment's size as the ReplicaSet knows it.</summary>
    public static int? DesiredReplicas(ReplicaSet set) => (int?)Number(set, DesiredAnnotation);

    /// <summary>Desired + maxSurge as the ReplicaSet knows it.</summary>
    public static int? MaxReplicas(ReplicaSet set) => (int?)Number(set, MaxAnnotation);

    /// <summary>The number the current template must have: above all others.</summary>
    public static long Next(Rollout rollout) => rollout.Old.Select(Of).DefaultIfEmpty(0).Max() + 1;

    /// <summary>Brings revision and the Deployment's own annotations onto the current ReplicaSet. True when something changed.</summary>
    public static bool MarkCurrent(Deployment deployment, ReplicaSet set, long revision)
    {
        var changed = CopyAnnotations(deployment, set);
        var annotations = Annotations(set);
        var before = Of(set);
        if (before >= revision)
        {
            return changed;
        }

        if (annotations.ContainsKey(Annotation))
        {
            annotations[HistoryAnnotation] = Remember(annotations.GetValueOrDefault(HistoryAnnotation), before);
        }

        annotations[Annotation] = Text(revision);
        return true;
    }

    /// <summary>Notes the Deployment's size on a ReplicaSet. True when something changed.</summary>
    public static bool MarkSize(Rollout rollout, ReplicaSet set)
    {
        var annotations = Annotations(set);
        var changed = Set(annotations, DesiredAnnotation, Text(rollout.Desired));
        return Set(annotations, MaxAnnotation, Text(rollout.Desired + rollout.MaxSurge)) || changed;
    }

    /// <summary>A ReplicaSet for the current template, of size 0 and not yet stored.</summary>
    public static ReplicaSet NewSet(Deployment deployment)
    {
        var hash = PodTemplateHash.Compute(deployment.Spec!.Template!, deployment.Status?.CollisionCount);
        var template = deployment.Spec.Template!.Clone();
        template.Metadata ??= new ObjectMeta();
        template.Metadata.Labels = new Dictionary<string, string>(template.Metadata.Labels ?? []) { [PodTemplateHash.Label] = hash };
        var selector = deployment.Spec.Selector!.Clone();
        selector.MatchLabels = new Dictionary<string, string>(selector.MatchLabels ?? []) { [PodTemplateHash.Label] = hash };
        return new ReplicaSet
        {
            Metadata = new ObjectMeta
            {
                Name = $"{deployment.Metadata!.Name}-{hash}",
                Namespace = deployment.Metadata.Namespace,
                Labels = new Dictionary<string, string>(template.Metadata.Labels),
                OwnerReferences = [Owners.ReferenceTo(deployment)],
            },
            Spec = new ReplicaSetSpec
            {
                Replicas = 0,
                MinReadySeconds = deployment.Spec.MinReadySeconds,
                Selector = selector,
                Template = template,
            },
        };
    }

    /// <summary>Old ReplicaSets beyond the history limit, lowest revisions first. One that still has pods, or may have, is kept.</summary>
    public static IReadOnlyList<ReplicaSet> Surplus(Rollout rollout)
    {
        if (rollout.Deployment.Spec?.RevisionHistoryLimit is not { } limit || limit == int.MaxValue)
        {
            return [];
        }

        var kept = rollout.Old.Where(set => set.Metadata?.DeletionTimestamp is null).ToList();
        return [.. kept.OrderBy(Of).ThenBy(set => set.Metadata?.CreationTimestamp).Take(kept.Count - limit).Where(IsEmpty)];
    }

    private static bool IsEmpty(ReplicaSet set) =>
        set.Wanted() == 0 && set.Existing() == 0 && (set.Metadata?.Generation ?? 0) <= (set.Status?.ObservedGeneration ?? 0);

    private static bool CopyAnnotations(Deployment deployment, ReplicaSet set)
    {
        var changed = false;
        foreach (var (name, value) in deployment.Metadata?.Annotations ?? [])
        {
            changed |= !s_ownAnnotations.Contains(name) && Set(Annotations(set), name, value);
        }

        return changed;
    }

    private static string Remember(string? history, long revision)
    {
        var text = string.IsNullOrEmpty(history) ? Text(revision) : $"{history},{Text(revision)}";
        while (text.Length > HistoryLimit)
        {
            text = text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..];
        }

        return text;
    }

    private static Dictionary<string, string> Annotations(IKubeObject value)
    {
        value.Metadata ??= new ObjectMeta();
        return value.Metadata.Annotations ??= [];
    }

    private static bool Set(Dictionary<string, string> annotations, string name, string value)
    {
        if (annotations.TryGetValue(name, out var before) && before == value)
        {
            return false;
        }

        annotations[name] = value;
        return true;
    }

    private static long? Number(IKubeObject value, string annotation) =>
        long.TryParse(value.Metadata?.Annotations?.GetValueOrDefault(annotation), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
