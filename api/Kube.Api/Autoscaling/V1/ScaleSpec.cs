namespace Kube.Api.Autoscaling.V1;

/// <summary>The wanted number.</summary>
public sealed class ScaleSpec
{
    /// <summary>Replicas wanted.</summary>
    [ProtoField(1)]
    public int? Replicas { get; set; }
}
