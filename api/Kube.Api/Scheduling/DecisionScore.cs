namespace Kube.Api.Scheduling;

/// <summary>How one rule rated one node.</summary>
public sealed class DecisionScore
{
    /// <summary>The rule.</summary>
    public string? Rule { get; set; }

    /// <summary>From 0 to 100.</summary>
    public long? Score { get; set; }

    /// <summary>How much it counts.</summary>
    public int? Weight { get; set; }
}
