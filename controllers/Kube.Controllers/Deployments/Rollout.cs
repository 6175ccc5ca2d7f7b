using Kube.Api.Apps.V1;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.Deployments;

/// <summary>One look at a Deployment and its ReplicaSets: the one with the current template, and the others. Everything that decides takes this.</summary>
internal sealed class Rollout
{
    private Rollout(Deployment deployment, ReplicaSet? current, IReadOnlyList<ReplicaSet> old)
    {
        Deployment = deployment;
        Current = current;
        Old = old;
        All = current is null ? old : [.. old, current];
    }

    /// <summary>The Deployment.</summary>
    public Deployment Deployment { get; }

    /// <summary>The ReplicaSet of the current template ("new" in Kubernetes' words); null before it exists.</summary>
    public ReplicaSet? Current { get; }

    /// <summary>All others, oldest first.</summary>
    public IReadOnlyList<ReplicaSet> Old { get; }

    /// <summary>All ReplicaSets, the current one last.</summary>
    public IReadOnlyList<ReplicaSet> All { get; }

    /// <summary>The number of pods asked for.</summary>
    public int Desired => Deployment.Spec?.Replicas ?? 1;

    /// <summary>True for the RollingUpdate strategy.</summary>
    public bool IsRolling => Deployment.Spec?.Strategy?.Type is null or DeploymentStrategyType.RollingUpdate;

    /// <summary>How far the number of pods may exceed <see cref="Desired"/> during a rolling update.</summary>
    public int MaxSurge => IsRolling ? Fences.Surge : 0;

    /// <summary>How many of <see cref="Desired"/> may be unavailable during a rolling update.</summary>
    public int MaxUnavailable => IsRolling ? Math.Min(Fences.Unavailable, Desired) : 0;

    private (int Surge, int Unavailable) Fences
    {
        get
        {
            var rolling = Deployment.Spec?.Strategy?.RollingUpdate;
            return Rolling.ResolveFenceposts(rolling?.MaxSurge, rolling?.MaxUnavailable, Desired);
        }
    }

    /// <summary>Sorts a Deployment's ReplicaSets. Of several with the current template the oldest is the current one.</summary>
    public static Rollout Of(Deployment deployment, IEnumerable<ReplicaSet> sets)
    {
        var oldestFirst = sets.OrderBy(set => set.Metadata?.CreationTimestamp).ThenBy(set => set.Metadata?.Name, StringComparer.Ordinal).ToList();
        var current = oldestFirst.Find(set => PodTemplateHash.Same(set.Spec?.Template, deployment.Spec?.Template));
        return new Rollout(deployment, current, [.. oldestFirst.Where(set => set != current)]);
    }

    /// <summary>The same look, with the current ReplicaSet made, updated or found.</summary>
    public Rollout With(ReplicaSet current) => new(Deployment, current, Old);

    /// <summary>The same look, after the Deployment itself was written.</summary>
    public Rollout With(Deployment deployment) => new(deployment, Current, Old);
}
