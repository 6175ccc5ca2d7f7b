using Kube.Api.Meta.V1;

namespace Kube.Controllers.GarbageCollection;

/// <summary>What an owner reference turned out to point at.</summary>
internal enum OwnerState
{
    /// <summary>An owner that lives.</summary>
    Solid,

    /// <summary>Nothing: the owner is gone, or never was.</summary>
    Dangling,

    /// <summary>An owner that is being deleted and waits for its dependents to go first.</summary>
    Waiting,

    /// <summary>Something that cannot be decided: a namespaced owner of a cluster-scoped object, or a kind the server does not know.</summary>
    Unknown,
}

/// <summary>What is to happen to an object.</summary>
internal enum Fate
{
    /// <summary>It stays as it is.</summary>
    Keep,

    /// <summary>It stays, without the references to owners that are gone or going.</summary>
    DropReferences,

    /// <summary>It is deleted.</summary>
    Delete,
}

/// <summary>A decision about an object.</summary>
/// <param name="Fate">Keep it, trim it or delete it.</param>
/// <param name="Propagation">For a deletion: what becomes of its own dependents.</param>
/// <param name="Unblock">For a deletion: first stop blocking the owners, because dependents wait for each other in a circle.</param>
internal readonly record struct DeletionVerdict(Fate Fate, string? Propagation = null, bool Unblock = false);

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
