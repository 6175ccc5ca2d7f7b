using Kube.Hosting;

namespace Kube.Scheduler;

/// <summary>The command line of the process.</summary>
internal sealed class SchedulerFlags(FlagSet flags)
{
    private readonly SchedulerOptions _defaults = new();

    public LeaderElectionFlags LeaderElection { get; } = new(flags);

    private Flag<string> SchedulerName { get; } = flags.String(
        "scheduler-name", new SchedulerOptions().SchedulerName, "Pods with this spec.schedulerName are scheduled by this process.");

    private Flag<int> BindConcurrency { get; } = flags.Int(
        "bind-concurrency", new SchedulerOptions().BindConcurrency, "How many bindings may be under way at a time.");

    private Flag<TimeSpan> PodInitialBackOff { get; } = flags.Duration(
        "pod-initial-backoff", new SchedulerOptions().PodInitialBackOff, "Wait after a pod's first failed attempt; doubled with each further one.");

    private Flag<TimeSpan> PodMaxBackOff { get; } = flags.Duration(
        "pod-max-backoff", new SchedulerOptions().PodMaxBackOff, "Longest wait between two attempts.");

    public SchedulerOptions Options() => _defaults with
    {
        SchedulerName = SchedulerName,
        BindConcurrency = BindConcurrency,
        PodInitialBackOff = PodInitialBackOff,
        PodMaxBackOff = PodMaxBackOff,
    };
}
