namespace Kube.Controllers.Runtime;

/// <summary>Whether a key that was reconciled without failure must be looked at again although nothing changed. Changes come back by themselves.</summary>
internal readonly record struct Requeue
{
    /// <summary>Only when something changes.</summary>
    public static Requeue None => default;

    /// <summary>With growing delays, as after a failure: something outside is not finished, and will not say when it is.</summary>
    public static Requeue Later => new() { WithBackoff = true };

    /// <summary>The delay; null for none.</summary>
    public TimeSpan? After { get; private init; }

    /// <summary>Come back with growing delays.</summary>
    public bool WithBackoff { get; private init; }

    /// <summary>After a delay, unless something changes earlier; null means never, a negative delay at once.</summary>
    public static Requeue In(TimeSpan? delay) => new() { After = delay < TimeSpan.Zero ? TimeSpan.Zero : delay };
}
