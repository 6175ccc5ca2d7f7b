namespace Kube.Api.Batch.V1;

/// <summary>How far a Job is.</summary>
public sealed class JobStatus
{
    /// <summary>Aspects of the state. One of Complete and Failed that is True says that the Job is over.</summary>
    [PatchMerge("type"), ProtoField(1)]
    public List<JobCondition>? Conditions { get; set; }

    /// <summary>When the Job was first worked on, or resumed.</summary>
    [ProtoField(2, IsPointer = true)]
    public DateTime? StartTime { get; set; }

    /// <summary>When the Job succeeded; absent for one that failed.</summary>
    [ProtoField(3, IsPointer = true)]
    public DateTime? CompletionTime { get; set; }

    /// <summary>Pods that run or wait to, not counting those on their way out.</summary>
    [ProtoField(4)]
    public int? Active { get; set; }

    /// <summary>Pods that have succeeded.</summary>
    [ProtoField(5)]
    public int? Succeeded { get; set; }

    /// <summary>Pods that have failed.</summary>
    [ProtoField(6)]
    public int? Failed { get; set; }

    /// <summary>Pods on their way out that have not ended.</summary>
    [ProtoField(11, IsPointer = true)]
    public int? Terminating { get; set; }

    /// <summary>Indexes that have succeeded, as numbers and ranges: 1,3-5,7.</summary>
    [ProtoField(7)]
    public string? CompletedIndexes { get; set; }

    /// <summary>Indexes that have used up their retries, in the same form; only with backoffLimitPerIndex.</summary>
    [ProtoField(10, IsPointer = true)]
    public string? FailedIndexes { get; set; }

    /// <summary>Pods that have ended and are not in the counters yet.</summary>
    [ProtoField(8, IsPointer = true)]
    public UncountedTerminatedPods? UncountedTerminatedPods { get; set; }

    /// <summary>Active pods that are ready.</summary>
    [ProtoField(9, IsPointer = true)]
    public int? Ready { get; set; }
}
