namespace Kube.Scheduler.Nodes;

/// <summary>Pods of one shape on one node.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="All">All of them.</param>
/// <param name="Staying">Those that are not being deleted; spreading looks only at these.</param>
internal readonly record struct ShapeCount(PodShape Shape, int All, int Staying);
