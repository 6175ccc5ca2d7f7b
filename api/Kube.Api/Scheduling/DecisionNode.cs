namespace Kube.Api.Scheduling;

/// <summary>One node that refused a pod.</summary>
public sealed class DecisionNode
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>What it lacks for the pod, each with its numbers. All of it has to change before this rule lets the pod in.</summary>
    public List<DecisionNeed>? Needs { get; set; }
}
