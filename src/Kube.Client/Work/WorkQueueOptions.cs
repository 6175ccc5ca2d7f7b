namespace Kube.Client;

/// <summary>Back-off of a <see cref="WorkQueue{TKey}"/>.</summary>
public sealed record WorkQueueOptions
{
    /// <summary>Delay of the first retry.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>No retry waits longer.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(1000);
}
