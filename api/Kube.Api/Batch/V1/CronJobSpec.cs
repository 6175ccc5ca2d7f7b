namespace Kube.Api.Batch.V1;

/// <summary>The schedule and the Job.</summary>
public sealed class CronJobSpec
{
    /// <summary>Five fields of cron (minute, hour, day of the month, month, day of the week) or a macro such as @hourly.</summary>
    [Required, ProtoField(1)]
    public string? Schedule { get; set; }

    /// <summary>A name of the time zone database in which the schedule is read; the controller's own zone when absent.</summary>
    [ProtoField(8, IsPointer = true)]
    public string? TimeZone { get; set; }

    /// <summary>How late a run may start; one that is later counts as missed. Absent for no limit.</summary>
    [ProtoField(2, IsPointer = true)]
    public long? StartingDeadlineSeconds { get; set; }

    /// <summary>What to do when the last run is not over: Allow, Forbid or Replace. Default Allow.</summary>
    [ProtoField(3)]
    public string? ConcurrencyPolicy { get; set; }

    /// <summary>True to start nothing more; runs under way go on. Default false.</summary>
    [ProtoField(4, IsPointer = true)]
    public bool? Suspend { get; set; }

    /// <summary>The Job to start.</summary>
    [Required, ProtoField(5)]
    public JobTemplateSpec? JobTemplate { get; set; }

    /// <summary>How many finished Jobs that succeeded are kept. Default 3.</summary>
    [ProtoField(6, IsPointer = true)]
    public int? SuccessfulJobsHistoryLimit { get; set; }

    /// <summary>How many finished Jobs that failed are kept. Default 1.</summary>
    [ProtoField(7, IsPointer = true)]
    public int? FailedJobsHistoryLimit { get; set; }
}
