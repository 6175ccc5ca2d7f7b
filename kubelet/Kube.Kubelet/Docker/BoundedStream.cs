using System.Text;

namespace Kube.Kubelet.Docker;

/// <summary>Keeps the first bytes written to it and forgets the rest.</summary>
internal sealed class BoundedStream(int limit) : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var room = limit - (int)Length;
        if (room > 0)
        {
            // The array form: for derived classes the span form comes back here.
            var kept = buffer[..Math.Min(room, buffer.Length)].ToArray();
            base.Write(kept, 0, kept.Length);
        }
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override string ToString() => Encoding.UTF8.GetString(GetBuffer().AsSpan(0, (int)Length));
}
