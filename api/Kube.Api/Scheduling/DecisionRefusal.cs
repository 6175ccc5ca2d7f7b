namespace Kube.Api.Scheduling;

/// <summary>The nodes that one rule refused for one reason.</summary>
public sealed class DecisionRefusal
{
    /// <summary>The rule, by the name Kubernetes gives it.</summary>
    public string? Rule { get; set; }

    /// <summary>The reason as the pod's event has it.</summary>
    public string? Reason { get; set; }

    /// <summary>How many nodes it was.</summary>
    public int? Count { get; set; }

    /// <summary>Some of them, the nearest to taking the pod first.</summary>
    public List<DecisionNode>? Examples { get; set; }
}
