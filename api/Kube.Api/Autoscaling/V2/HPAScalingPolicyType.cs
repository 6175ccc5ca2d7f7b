namespace Kube.Api.Autoscaling.V2;

/// <summary>How a scaling policy counts.</summary>
public static class HPAScalingPolicyType
{
    /// <summary>In pods.</summary>
    public const string Pods = "Pods";

    /// <summary>In percent of the replicas.</summary>
    public const string Percent = "Percent";
}
