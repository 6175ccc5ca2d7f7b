namespace Kube.Api.Scheduling;

/// <summary>A scheduler's own record of the last time it decided about a pod. See <see cref="DecisionAnnotation"/> for how it is asked for.</summary>
public sealed class SchedulingDecision
{
    /// <summary>The value of the question this answers.</summary>
    public string? Answers { get; set; }

    /// <summary>The name pods call the scheduler by.</summary>
    public string? Scheduler { get; set; }

    /// <summary>One of <see cref="DecisionState"/>.</summary>
    public string? State { get; set; }

    /// <summary>When the decision was made; absent where there was none.</summary>
    public DateTime? Time { get; set; }

    /// <summary>How often the pod has been tried.</summary>
    public int? Attempts { get; set; }

    /// <summary>The decision in one sentence, as in the pod's event.</summary>
    public string? Message { get; set; }

    /// <summary>How many nodes there were.</summary>
    public int? Nodes { get; set; }

    /// <summary>How many of them were looked at before enough were found.</summary>
    public int? LookedAt { get; set; }

    /// <summary>How many would have taken the pod.</summary>
    public int? Feasible { get; set; }

    /// <summary>The node room is being made on by deleting pods of lower priority.</summary>
    public string? NominatedNode { get; set; }

    /// <summary>The nodes that would not take the pod, by rule and reason; the most first.</summary>
    public List<DecisionRefusal>? Refusals { get; set; }

    /// <summary>The chosen node and then the runners-up with their scores. Only the chosen one, without scores, where no other node would have taken the pod.</summary>
    public List<DecisionCandidate>? Candidates { get; set; }

    /// <summary>The changes of the cluster that make the scheduler try again.</summary>
    public List<string>? WaitsFor { get; set; }
}
