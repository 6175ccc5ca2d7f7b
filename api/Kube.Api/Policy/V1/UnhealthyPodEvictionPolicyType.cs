namespace Kube.Api.Policy.V1;

/// <summary>When running pods that are not ready may be evicted.</summary>
public static class UnhealthyPodEvictionPolicyType
{
    /// <summary>Only while enough other pods are healthy.</summary>
    public const string IfHealthyBudget = "IfHealthyBudget";

    /// <summary>Always.</summary>
    public const string AlwaysAllow = "AlwaysAllow";
}
