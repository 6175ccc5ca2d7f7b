namespace Kube.Controllers.GarbageCollection;

/// <summary>A decision about an object.</summary>
/// <param name="Fate">Keep it, trim it or delete it.</param>
/// <param name="Propagation">For a deletion: what becomes of its own dependents.</param>
/// <param name="Unblock">For a deletion: first stop blocking the owners, because dependents wait for each other in a circle.</param>
internal readonly record struct DeletionVerdict(Fate Fate, string? Propagation = null, bool Unblock = false);
