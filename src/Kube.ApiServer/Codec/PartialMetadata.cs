using System.Text.Json;

namespace Kube.ApiServer.Codec;

/// <summary>The PartialObjectMetadata form of an object: its metadata's bytes in a new frame.</summary>
internal static class PartialMetadata
{
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> utf8)
    {
        var metadata = StoredJson.Field(utf8, "metadata"u8);
        var head = """{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","metadata":"""u8;
        var bytes = new byte[head.Length + metadata.Length + 1];
        head.CopyTo(bytes);
        metadata.Span.CopyTo(bytes.AsSpan(head.Length));
        bytes[^1] = (byte)'}';
        return bytes;
    }
}
