namespace Kube.Api.Apps.V1;

/// <summary>The pace of a rolling update; numbers or percentages of the nodes that should run a pod, rounded up.</summary>
public sealed class RollingUpdateDaemonSet
{
    /// <summary>Nodes that may be without an available pod. Default 1; may be 0 only when maxSurge is not.</summary>
    [ProtoField(1, IsPointer = true)]
    public IntOrString? MaxUnavailable { get; set; }

    /// <summary>Nodes that may run the new pod beside the old one. Default 0.</summary>
    [ProtoField(2, IsPointer = true)]
    public IntOrString? MaxSurge { get; set; }
}
