namespace Kube.Api.Scheduling;

/// <summary>One thing a node lacks for a pod, with the numbers or words of the moment of the decision.</summary>
public sealed class DecisionNeed
{
    /// <summary>One of <see cref="DecisionNeedKind"/>.</summary>
    public string? Kind { get; set; }

    /// <summary>The resource, the taint's or label's key, the port, or the topology key.</summary>
    public string? Name { get; set; }

    /// <summary>What the pod asks for; of a taint, its value; of a label, the values that would do.</summary>
    public string? Wants { get; set; }

    /// <summary>What the node has left; of a label, its value there; of a port, the pod that has it.</summary>
    public string? Has { get; set; }

    /// <summary>What the node has in all; of a taint, its effect; of a label, the operator.</summary>
    public string? Of { get; set; }
}
