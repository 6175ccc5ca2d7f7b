namespace Kube.Api.Scheduling;

/// <summary>A node that would have taken a pod.</summary>
public sealed class DecisionCandidate
{
    /// <summary>Its name.</summary>
    public string? Node { get; set; }

    /// <summary>The sum of its scores, each times its weight.</summary>
    public long? Total { get; set; }

    /// <summary>The scores by rule.</summary>
    public List<DecisionScore>? Scores { get; set; }
}
