namespace Kube.Controllers.PodGc;

/// <summary>When to collect.</summary>
/// <param name="TerminatedThreshold">How many finished pods may stay; 0 means all.</param>
/// <param name="OrphanQuarantine">How long a node must be missing before its pods are removed.</param>
internal sealed record PodGcOptions(int TerminatedThreshold, TimeSpan OrphanQuarantine);
