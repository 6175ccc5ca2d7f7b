namespace Kube.Storage.Cache;

/// <summary>The line that carries an event to JSON watchers.</summary>
internal static class EventFrame
{
    public static byte[] Write(CacheEventType type, ReadOnlySpan<byte> obj)
    {
        var head = Head(type);
        var frame = new byte[head.Length + obj.Length + 2];
        head.CopyTo(frame);
        obj.CopyTo(frame.AsSpan(head.Length));
        "}\n"u8.CopyTo(frame.AsSpan(head.Length + obj.Length));
        return frame;
    }

    private static ReadOnlySpan<byte> Head(CacheEventType type) => type switch
    {
        CacheEventType.Added => """{"type":"ADDED","object":"""u8,
        CacheEventType.Modified => """{"type":"MODIFIED","object":"""u8,
        _ => """{"type":"DELETED","object":"""u8,
    };
}
