namespace Kube.Api.Apps.V1;

/// <summary>How pods are replaced when the template changes.</summary>
public sealed class DaemonSetUpdateStrategy
{
    /// <summary>RollingUpdate or OnDelete. Default RollingUpdate.</summary>
    [ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>The pace of a rolling update; only with type RollingUpdate.</summary>
    [ProtoField(2, IsPointer = true)]
    public RollingUpdateDaemonSet? RollingUpdate { get; set; }
}
