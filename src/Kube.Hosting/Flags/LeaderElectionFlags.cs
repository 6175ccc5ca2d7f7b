namespace Kube.Hosting;

/// <summary>The flags of processes of which only one instance works at a time.</summary>
public sealed class LeaderElectionFlags
{
    /// <summary>Declares the flags.</summary>
    public LeaderElectionFlags(FlagSet flags)
    {
        Enabled = flags.Bool("leader-elect", true, "Take part in the election of a leader before working.");
        LeaseDuration = flags.Duration("leader-elect-lease-duration", TimeSpan.FromSeconds(15), "How long others wait after the leader's last renewal before one takes over.");
        RenewDeadline = flags.Duration("leader-elect-renew-deadline", TimeSpan.FromSeconds(10), "How long a leader that cannot renew goes on working.");
        RetryPeriod = flags.Duration("leader-elect-retry-period", TimeSpan.FromSeconds(2), "Pause between attempts to become or stay leader.");
        Namespace = flags.String("leader-elect-resource-namespace", "kube-system", "Namespace of the Lease.");
    }

    /// <summary>Whether to elect at all.</summary>
    public Flag<bool> Enabled { get; }

    /// <summary>How long others wait after the leader's last renewal.</summary>
    public Flag<TimeSpan> LeaseDuration { get; }

    /// <summary>How long a leader that cannot renew goes on.</summary>
    public Flag<TimeSpan> RenewDeadline { get; }

    /// <summary>Pause between attempts.</summary>
    public Flag<TimeSpan> RetryPeriod { get; }

    /// <summary>Namespace of the Lease.</summary>
    public Flag<string> Namespace { get; }
}
