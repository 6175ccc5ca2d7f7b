namespace Kube.Api.Autoscaling.V2;

/// <summary>Which of several policies decides.</summary>
public static class ScalingPolicySelect
{
    /// <summary>The one that allows the greatest change.</summary>
    public const string Max = "Max";

    /// <summary>The one that allows the smallest change.</summary>
    public const string Min = "Min";

    /// <summary>None: no change in this direction.</summary>
    public const string Disabled = "Disabled";
}
