namespace Kube.Client;

/// <summary>How one of several instances becomes the leader.</summary>
public sealed record LeaderElectionOptions
{
    /// <summary>Name of the Lease, the same for all candidates.</summary>
    public required string Name { get; init; }

    /// <summary>Namespace of the Lease.</summary>
    public string Namespace { get; init; } = "kube-system";

    /// <summary>Unique name of this candidate.</summary>
    public required string Identity { get; init; }

    /// <summary>How long others wait after the last renewal they saw before they take over.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a leader that cannot renew goes on leading.</summary>
    public TimeSpan RenewDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Pause between attempts.</summary>
    public TimeSpan RetryPeriod { get; init; } = TimeSpan.FromSeconds(2);
}
