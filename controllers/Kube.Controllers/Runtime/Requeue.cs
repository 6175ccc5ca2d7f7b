namespace Kube.Controllers.Runtime;

/// <summary>Whether a key that was reconciled with success must be looked at again at a certain time although nothing changed. Changes come back by themselves.</summary>
/// <param name="After">The delay; null for never.</param>
internal readonly record struct Requeue(TimeSpan? After)
{
    /// <summary>Only when something changes.</summary>
    public static Requeue None => default;

    /// <summary>After a delay, unless something changes earlier; a null or negative delay means never or at once.</summary>
    public static Requeue In(TimeSpan? delay) => new(delay < TimeSpan.Zero ? TimeSpan.Zero : delay);
}
