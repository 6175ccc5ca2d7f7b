using System.Text;
using System.Text.Json;
using Kube.Api;

namespace Kube.ApiServer.Codec;

/// <summary>The form objects are stored in: their JSON without resourceVersion, and the ways between that form and what clients read.</summary>
internal static class StoredJson
{
    /// <summary>The bytes to store.</summary>
    public static byte[] Write(IKubeObject obj)
    {
        var meta = obj.Metadata!;
        var revision = meta.ResourceVersion;
        meta.ResourceVersion = null;
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(obj, ApiJson.TypeInfo(obj.GetType()));
        }
        finally
        {
            meta.ResourceVersion = revision;
        }
    }

    /// <summary>The resourceVersion in an object's bytes; null when there is none.</summary>
    public static string? ResourceVersion(ReadOnlyMemory<byte> utf8)
    {
        var raw = Field(Field(utf8, "metadata"u8), "resourceVersion"u8);
        return raw.Length > 2 ? Encoding.UTF8.GetString(raw.Span[1..^1]) : null;
    }

    /// <summary>The raw bytes of a field of the outermost object; empty when it is not there.</summary>
    public static ReadOnlyMemory<byte> Field(ReadOnlyMemory<byte> utf8, ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader(utf8.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var wanted = reader.ValueTextEquals(name);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (wanted)
            {
                return utf8[start..(int)reader.BytesConsumed];
            }
        }

        return default;
    }
}
