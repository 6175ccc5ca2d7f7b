namespace Kube.Scheduler.Nodes;

/// <summary>Node labels whose meaning is fixed by Kubernetes.</summary>
internal static class WellKnownLabels
{
    public const string Hostname = "kubernetes.io/hostname";
    public const string Zone = "topology.kubernetes.io/zone";
    public const string Region = "topology.kubernetes.io/region";
}
