namespace Kube.Scheduler.Queue;

/// <summary>The queue's waiting times; the defaults are Kubernetes' own.</summary>
internal sealed record QueueOptions
{
    /// <summary>The wait after the first failed attempt; doubled with each further one.</summary>
    public TimeSpan InitialBackOff { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan MaxBackOff { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A pod that waited this long for an event is tried again without one: a safety net for events nobody thought of.</summary>
    public TimeSpan UnschedulableLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the safety net is looked at.</summary>
    public TimeSpan FlushInterval { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan BackOffAfter(int attempts)
    {
        var wait = InitialBackOff;
        for (var i = 1; i < attempts && wait < MaxBackOff; i++)
        {
            wait += wait;
        }

        return wait < MaxBackOff ? wait : MaxBackOff;
    }
}
