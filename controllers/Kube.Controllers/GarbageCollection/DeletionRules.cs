using Kube.Api.Meta.V1;

namespace Kube.Controllers.GarbageCollection;

/// <summary>When the garbage collector deletes what. Pure.</summary>
internal static class DeletionRules
{
    /// <summary>On an object whose dependents are to be kept when it goes.</summary>
    public const string OrphanFinalizer = "orphan";

    /// <summary>On an object that goes after its dependents.</summary>
    public const string ForegroundFinalizer = "foregroundDeletion";

    /// <summary>
    /// An object lives while one of its owners does. With none left it goes, in the way its own finalizers ask for, or in the foreground while an owner waits for it.
    /// </summary>
    public static DeletionVerdict Decide(IReadOnlyCollection<OwnerState> owners, IReadOnlyCollection<string> finalizers, IReadOnlyList<GraphItem> dependents)
    {
        if (owners.Count == 0 || owners.Contains(OwnerState.Unknown))
        {
            return new DeletionVerdict(Fate.Keep);
        }

        if (owners.Contains(OwnerState.Solid))
        {
            return new DeletionVerdict(owners.All(owner => owner == OwnerState.Solid) ? Fate.Keep : Fate.DropReferences);
        }

        if (owners.Contains(OwnerState.Waiting) && dependents.Count > 0)
        {
            return new DeletionVerdict(Fate.Delete, DeletionPropagation.Foreground, Unblock: dependents.Any(dependent => dependent.IsDeletingDependents));
        }

        return new DeletionVerdict(Fate.Delete, finalizers switch
        {
            _ when finalizers.Contains(OrphanFinalizer) => DeletionPropagation.Orphan,
            _ when finalizers.Contains(ForegroundFinalizer) => DeletionPropagation.Foreground,
            _ => DeletionPropagation.Background,
        });
    }
}
