namespace Kube.Api.Autoscaling.V2;

/// <summary>The value to aim at, in one of three forms.</summary>
public sealed class MetricTarget
{
    /// <summary>Utilization, Value or AverageValue.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>The metric's value.</summary>
    [ProtoField(2, IsPointer = true)]
    public Quantity? Value { get; set; }

    /// <summary>The metric's value per pod.</summary>
    [ProtoField(3, IsPointer = true)]
    public Quantity? AverageValue { get; set; }

    /// <summary>Percent of what pods request, averaged over them; only for resources.</summary>
    [ProtoField(4, IsPointer = true)]
    public int? AverageUtilization { get; set; }
}
