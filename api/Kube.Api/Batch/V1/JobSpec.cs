using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Batch.V1;

/// <summary>The pods and how many must succeed.</summary>
public sealed class JobSpec
{
    /// <summary>Pods that may run at a time. Default 1.</summary>
    [ProtoField(1, IsPointer = true)]
    public int? Parallelism { get; set; }

    /// <summary>Pods that must succeed. Default 1 when parallelism is absent too; absent otherwise, where one success ends the Job.</summary>
    [ProtoField(2, IsPointer = true)]
    public int? Completions { get; set; }

    /// <summary>How long the Job may be active, its retries included; then it fails.</summary>
    [ProtoField(3, IsPointer = true)]
    public long? ActiveDeadlineSeconds { get; set; }

    /// <summary>What a failed pod means, by its exit codes and conditions, instead of counting towards the backoff limit. Pods must have restartPolicy Never.</summary>
    [ProtoField(11, IsPointer = true)]
    public PodFailurePolicy? PodFailurePolicy { get; set; }

    /// <summary>When an indexed Job has succeeded before all its indexes have.</summary>
    [ProtoField(16, IsPointer = true)]
    public SuccessPolicy? SuccessPolicy { get; set; }

    /// <summary>Retries before the Job fails. Default 6; with a limit per index, as good as none.</summary>
    [ProtoField(7, IsPointer = true)]
    public int? BackoffLimit { get; set; }

    /// <summary>Retries of one index before that index fails. Only for indexed Jobs whose pods have restartPolicy Never.</summary>
    [ProtoField(12, IsPointer = true)]
    public int? BackoffLimitPerIndex { get; set; }

    /// <summary>Failed indexes after which the whole Job fails; only with backoffLimitPerIndex.</summary>
    [ProtoField(13, IsPointer = true)]
    public int? MaxFailedIndexes { get; set; }

    /// <summary>Labels by which the Job knows its pods; made by the server unless manualSelector is true.</summary>
    [ProtoField(4, IsPointer = true)]
    public LabelSelector? Selector { get; set; }

    /// <summary>True when the author writes selector and pod labels and sees to it that they are unique.</summary>
    [ProtoField(5, IsPointer = true)]
    public bool? ManualSelector { get; set; }

    /// <summary>What to make pods from; its restartPolicy is Never or OnFailure.</summary>
    [Required, ProtoField(6)]
    public PodTemplateSpec? Template { get; set; }

    /// <summary>Seconds after its end at which the Job is deleted; absent to keep it.</summary>
    [ProtoField(8, IsPointer = true)]
    public int? TtlSecondsAfterFinished { get; set; }

    /// <summary>NonIndexed or Indexed. Default NonIndexed.</summary>
    [ProtoField(9, IsPointer = true)]
    public string? CompletionMode { get; set; }

    /// <summary>True to run no pods; turning it on while pods run stops them. Default false.</summary>
    [ProtoField(10, IsPointer = true)]
    public bool? Suspend { get; set; }

    /// <summary>When a failed pod is replaced: TerminatingOrFailed as soon as it is on its way out, Failed only when it has ended. With a pod failure policy only Failed.</summary>
    [ProtoField(14, IsPointer = true)]
    public string? PodReplacementPolicy { get; set; }

    /// <summary>Who runs the Job, as a domain and a path; absent or kubernetes.io/job-controller for the built-in controller.</summary>
    [ProtoField(15, IsPointer = true)]
    public string? ManagedBy { get; set; }
}
