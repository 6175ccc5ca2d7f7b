namespace Kube.Benchmarks.Load;

/// <summary>Counts a text in a stream that comes in pieces, where a piece may end in the middle of it.</summary>
internal sealed class Occurrences(ReadOnlyMemory<byte> pattern)
{
    private byte[] _rest = [];

    /// <summary>How many there were so far.</summary>
    public long Count { get; private set; }

    /// <summary>The next piece.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        Count += In([.. _rest, .. piece[..Math.Min(piece.Length, pattern.Length - 1)]]);
        Count += In(piece);
        _rest = piece.Length >= pattern.Length - 1 ? piece[^(pattern.Length - 1)..].ToArray() : Tail([.. _rest, .. piece]);
    }

    private byte[] Tail(byte[] both) => both.Length < pattern.Length ? both : both[^(pattern.Length - 1)..];

    private int In(ReadOnlySpan<byte> text)
    {
        var count = 0;
        for (int at; (at = text.IndexOf(pattern.Span)) >= 0; text = text[(at + pattern.Length)..])
        {
            count++;
        }

        return count;
    }
}
