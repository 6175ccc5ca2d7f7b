using Kube.Api.Core.V1;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.Deployments;

/// <summary>The Recreate strategy: everything old goes, then everything new comes; never both at once.</summary>
internal static class Recreate
{
    /// <summary>Old ReplicaSets go to 0 at once.</summary>
    public static IReadOnlyList<Resize> ShrinkOld(Rollout rollout) =>
        [.. rollout.Old.Where(set => set.Wanted() > 0).Select(set => new Resize(set, 0))];

    /// <summary>Whether anything of an old ReplicaSet may still be running; pods that are being deleted still are.</summary>
    public static bool OldPodsRemain(Rollout rollout, IEnumerable<Pod> pods)
    {
        var current = rollout.Current?.Uid();
        return rollout.Old.Sum(set => set.Existing()) > 0
            || pods.Any(pod => !pod.IsTerminal() && pod.Controller()?.Uid is { } owner && owner != current);
    }
}
