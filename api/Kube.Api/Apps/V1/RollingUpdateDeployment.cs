namespace Kube.Api.Apps.V1;

/// <summary>How many pods may be missing or extra during a roll-out, as a number or a percentage of the replicas.</summary>
public sealed class RollingUpdateDeployment
{
    /// <summary>Pods that may be missing, percentages rounded down. Default 25%.</summary>
    [ProtoField(1, IsPointer = true)]
    public IntOrString? MaxUnavailable { get; set; }

    /// <summary>Pods that may be extra, percentages rounded up. Default 25%.</summary>
    [ProtoField(2, IsPointer = true)]
    public IntOrString? MaxSurge { get; set; }
}
