namespace Kube.Testing;

/// <summary>Reproducible randomness that several threads may draw from; in what order they draw is not reproducible.</summary>
public sealed class LockedRandom(int seed) : Random
{
    private readonly Lock _lock = new();
#pragma warning disable CA5394 // Tests keep no secrets.
    private readonly Random _random = new(seed);

    /// <inheritdoc />
    public override int Next(int maxValue) => Locked(() => _random.Next(maxValue));

    /// <inheritdoc />
    public override int Next() => Locked(_random.Next);

    /// <inheritdoc />
    public override int Next(int minValue, int maxValue) => Locked(() => _random.Next(minValue, maxValue));

    /// <inheritdoc />
    public override double NextDouble() => Locked(_random.NextDouble);

    /// <inheritdoc />
    public override long NextInt64() => Locked(_random.NextInt64);

    /// <inheritdoc />
    public override long NextInt64(long maxValue) => Locked(() => _random.NextInt64(maxValue));

    /// <inheritdoc />
    public override long NextInt64(long minValue, long maxValue) => Locked(() => _random.NextInt64(minValue, maxValue));

    /// <inheritdoc />
    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    /// <inheritdoc />
    public override void NextBytes(Span<byte> buffer)
    {
        lock (_lock)
        {
            _random.NextBytes(buffer);
        }
    }
#pragma warning restore CA5394

    private T Locked<T>(Func<T> draw)
    {
        lock (_lock)
        {
            return draw();
        }
    }
}
