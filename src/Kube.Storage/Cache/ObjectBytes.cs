using System.Text.Json;

namespace Kube.Storage.Cache;

/// <summary>The way from the stored form of an object (no resourceVersion) to the form clients read.</summary>
public static class ObjectBytes
{
    /// <summary>The object with <c>metadata.resourceVersion</c> set to a revision; whatever it said there before is replaced. Throws <see cref="JsonException"/> for what is no JSON object.</summary>
    public static byte[] WithRevision(ReadOnlyMemory<byte> utf8, long revision) => FindPlace(utf8.Span).Splice(utf8.Span, revision);

    /// <summary>Where the revision goes; looks no further than the metadata.</summary>
    private static RevisionPlace FindPlace(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        EnterObject(ref reader);
        var afterBrace = (int)reader.BytesConsumed;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("metadata"u8))
            {
                reader.Read();
                return InMetadata(ref reader);
            }

            reader.Skip();
        }

        return WithoutMetadata(utf8, afterBrace);
    }

    internal static void EnterObject(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("not a JSON object");
        }
    }

    /// <summary>The place in an object that has no metadata.</summary>
    internal static RevisionPlace WithoutMetadata(ReadOnlySpan<byte> utf8, int afterBrace)
    {
        var empty = utf8[afterBrace..].TrimStart(" \t\r\n"u8)[0] == '}';
        return new RevisionPlace(afterBrace, afterBrace, empty ? RevisionForm.OnlyMetadata : RevisionForm.FirstMetadata);
    }

    private static RevisionPlace InMetadata(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return NotAnObject(ref reader);
        }

        var place = FirstField(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("resourceVersion"u8))
            {
                return Value(ref reader);
            }

            place = place with { Form = RevisionForm.FirstField };
            reader.Skip();
        }

        return place;
    }

    /// <summary>The place right after the brace the reader is at, for metadata that turns out to be empty.</summary>
    internal static RevisionPlace FirstField(ref Utf8JsonReader reader) => new((int)reader.BytesConsumed, (int)reader.BytesConsumed, RevisionForm.OnlyField);

    /// <summary>The place of the metadata the reader is at, which is null or nonsense.</summary>
    internal static RevisionPlace NotAnObject(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new RevisionPlace(start, (int)reader.BytesConsumed, RevisionForm.Metadata);
    }

    /// <summary>The place of the value of the property the reader is at.</summary>
    internal static RevisionPlace Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new RevisionPlace(start, (int)reader.BytesConsumed, RevisionForm.Value);
    }
}
