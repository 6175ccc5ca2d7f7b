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
