namespace Kube.Api.Autoscaling.V2;

/// <summary>The value of a metric as last read.</summary>
public sealed class MetricValueStatus
{
    /// <summary>The metric's value.</summary>
    [ProtoField(1, IsPointer = true)]
    public Quantity? Value { get; set; }

    /// <summary>The metric's value per pod.</summary>
    [ProtoField(2, IsPointer = true)]
    public Quantity? AverageValue { get; set; }

    /// <summary>Percent of what pods request, averaged over them.</summary>
    [ProtoField(3, IsPointer = true)]
    public int? AverageUtilization { get; set; }
}
