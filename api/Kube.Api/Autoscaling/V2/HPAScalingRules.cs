namespace Kube.Api.Autoscaling.V2;

/// <summary>How fast replicas change in one direction.</summary>
public sealed class HPAScalingRules
{
    /// <summary>Seconds of past recommendations that are taken into account, 0 to 3600. Default 0 for up and the controller's 300 for down.</summary>
    [ProtoField(3, IsPointer = true)]
    public int? StabilizationWindowSeconds { get; set; }

    /// <summary>Which policy decides: Max, Min, or Disabled for no change in this direction. Default Max.</summary>
    [ProtoField(1, IsPointer = true)]
    public string? SelectPolicy { get; set; }

    /// <summary>The policies. Default for up: 4 pods or 100 percent in 15 seconds; for down: 100 percent in 15 seconds.</summary>
    [ProtoField(2)]
    public List<HPAScalingPolicy>? Policies { get; set; }

    /// <summary>How far from 1 the ratio of current to wanted value may be before anything changes; the controller's 0.1 when absent.</summary>
    [ProtoField(4, IsPointer = true)]
    public Quantity? Tolerance { get; set; }
}
