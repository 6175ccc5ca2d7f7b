namespace Kube.Api.Autoscaling.V2;

/// <summary>How a target is meant.</summary>
public static class MetricTargetType
{
    /// <summary>In percent of what pods request.</summary>
    public const string Utilization = "Utilization";

    /// <summary>As it is.</summary>
    public const string Value = "Value";

    /// <summary>Divided by the number of pods.</summary>
    public const string AverageValue = "AverageValue";
}
