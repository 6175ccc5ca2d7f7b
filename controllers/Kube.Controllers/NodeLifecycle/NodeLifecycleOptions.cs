namespace Kube.Controllers.NodeLifecycle;

/// <summary>Patience with nodes.</summary>
/// <param name="MonitorGracePeriod">How long a node may be silent before it counts as unreachable.</param>
/// <param name="StartupGracePeriod">How long a node that has never reported may take to do so.</param>
internal sealed record NodeLifecycleOptions(TimeSpan MonitorGracePeriod, TimeSpan StartupGracePeriod);
