using Kube.Client;
using Kube.Hosting;

namespace Kube.Scheduler;

/// <summary>The command line of the process.</summary>
internal sealed class SchedulerFlags(FlagSet flags)
{
    private static readonly SchedulerOptions s_defaults = new();

    public LeaderElectionFlags LeaderElection { get; } = new(flags);

    private Flag<string> SchedulerName { get; } = flags.String(
        "scheduler-name", s_defaults.SchedulerName, "Pods with this spec.schedulerName are scheduled by this process.");

    private Flag<int> BindConcurrency { get; } = flags.Int(
        "bind-concurrency", s_defaults.BindConcurrency, "How many bindings may be under way at a time.");

    private Flag<TimeSpan> PodInitialBackOff { get; } = flags.Duration(
        "pod-initial-backoff", s_defaults.PodInitialBackOff, "Wait after a pod's first failed attempt; doubled with each further one.");

    private Flag<TimeSpan> PodMaxBackOff { get; } = flags.Duration(
        "pod-max-backoff", s_defaults.PodMaxBackOff, "Longest wait between two attempts.");

    public SchedulerOptions Options() => s_defaults with
    {
        SchedulerName = SchedulerName,
        BindConcurrency = BindConcurrency,
        PodInitialBackOff = PodInitialBackOff,
        PodMaxBackOff = PodMaxBackOff,
    };

    public LeaderElectionOptions Candidate(string identity) => new()
    {
        Name = "kube-scheduler",
        Namespace = LeaderElection.Namespace,
        Identity = identity,
        LeaseDuration = LeaderElection.LeaseDuration,
        RenewDeadline = LeaderElection.RenewDeadline,
        RetryPeriod = LeaderElection.RetryPeriod,
    };
}
