namespace Kube.ApiServer.Registry;

/// <summary>What a delete did.</summary>
/// <param name="Gone">True when the object no longer exists, false when it is on its way out.</param>
/// <param name="Object">The object as it is, or as it was last.</param>
internal sealed record DeleteOutcome(bool Gone, StoredObject Object);
