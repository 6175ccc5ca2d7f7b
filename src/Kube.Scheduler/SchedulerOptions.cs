namespace Kube.Scheduler;

/// <summary>What can be set about a scheduler; the defaults are Kubernetes' own where it has the setting.</summary>
public sealed record SchedulerOptions
{
    /// <summary>Pods that name this scheduler in <c>spec.schedulerName</c> are its business; all others are only counted.</summary>
    public string SchedulerName { get; init; } = "default-scheduler";

    /// <summary>How many bindings may be under way at a time; decisions do not wait for them.</summary>
    public int BindConcurrency { get; init; } = 16;

    /// <summary>The wait after a pod's first failed attempt; doubled with each further one.</summary>
    public TimeSpan PodInitialBackOff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest such wait.</summary>
    public TimeSpan PodMaxBackOff { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an accepted binding may stay unconfirmed by the watch before the pod is looked at again. Zero: for ever.</summary>
    public TimeSpan AssumedPodLifetime { get; init; } = TimeSpan.FromMinutes(15);
}
