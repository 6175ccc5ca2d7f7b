namespace Kube.Api.Apps.V1;

/// <summary>The pace and reach of a rolling update.</summary>
public sealed class RollingUpdateStatefulSetStrategy
{
    /// <summary>Only pods with this ordinal or a higher one are updated. Default 0.</summary>
    [ProtoField(1, IsPointer = true)]
    public int? Partition { get; set; }

    /// <summary>Pods that may be unavailable, as a number or a percentage of the replicas, rounded up. Default 1; not 0.</summary>
    [ProtoField(2, IsPointer = true)]
    public IntOrString? MaxUnavailable { get; set; }
}
