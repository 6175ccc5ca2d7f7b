using Kube.Api;
using Kube.Client;

namespace Kube.Controllers.GarbageCollection;

/// <summary>What the graph knows of one object, frozen.</summary>
/// <param name="Uid">Its uid.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">Namespace and name.</param>
/// <param name="Dependents">How many objects name it as an owner.</param>
/// <param name="HasDoubtfulOwner">One of its owners was not seen, is gone, or waits for its dependents to go; if not, nothing needs to happen to it.</param>
/// <param name="IsBeingDeleted">It has a deletion timestamp.</param>
/// <param name="IsDeletingDependents">It is deleted in the foreground: its dependents go first.</param>
/// <param name="IsOrphaning">It is deleted and its dependents are to be kept.</param>
/// <param name="Blocks">Uids of the owners whose foreground deletion waits for it.</param>
internal sealed record GraphItem(
    string Uid, ResourceInfo Kind, ObjectKey Key, int Dependents, bool HasDoubtfulOwner,
    bool IsBeingDeleted, bool IsDeletingDependents, bool IsOrphaning, IReadOnlySet<string> Blocks);
