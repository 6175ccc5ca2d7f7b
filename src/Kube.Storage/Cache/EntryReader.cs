using System.Text.Json;

namespace Kube.Storage.Cache;

/// <summary>Makes entries of stored objects in one pass over the bytes. Not for concurrent use.</summary>
internal sealed class EntryReader(CacheResource resource, StringPool pool)
{
    private readonly CacheFields _fields = new(resource.Fields);
    private readonly string[] _absent = [.. resource.Fields.Select(f => f.Absent)];
    private readonly FieldTree _root = FieldTree.Of(new CacheFields(resource.Fields));
    private readonly LabelPool _labelPool = new();
    private readonly List<string> _labels = [];

    /// <summary>The entry of a key. Throws <see cref="JsonException"/> for what is no JSON object.</summary>
    public CacheEntry Read(string key, long revision, ReadOnlyMemory<byte> stored)
    {
        var reader = new Utf8JsonReader(stored.Span);
        ObjectBytes.EnterObject(ref reader);
        var afterBrace = (int)reader.BytesConsumed;
        RevisionPlace? place = null;
        string[]? values = null;
        _labels.Clear();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var below = _root.Find(ref reader);
            if (reader.ValueTextEquals("metadata"u8))
            {
                reader.Read();
                place = ReadMetadata(ref reader, below, ref values);
            }
            else
            {
                reader.Read();
                ReadValue(ref reader, below, ref values);
            }
        }

        place ??= ObjectBytes.WithoutMetadata(stored.Span, afterBrace);
        var bytes = place.Value.Splice(stored.Span, revision);
        return new CacheEntry(ObjectKey.Parse(key, resource.Prefix, pool), revision, bytes, new EntryData(_labelPool.Get(_labels), _fields, values ?? _absent));
    }

    private RevisionPlace ReadMetadata(ref Utf8JsonReader reader, FieldTree? below, ref string[]? values)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return ObjectBytes.NotAnObject(ref reader);
        }

        var place = ObjectBytes.FirstField(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("resourceVersion"u8))
            {
                place = ObjectBytes.Value(ref reader);
                continue;
            }

            place = place.Form == RevisionForm.OnlyField ? place with { Form = RevisionForm.FirstField } : place;
            var field = below?.Find(ref reader);
            var labels = reader.ValueTextEquals("labels"u8);
            reader.Read();
            if (labels && reader.TokenType == JsonTokenType.StartObject)
            {
                ReadLabels(ref reader);
            }
            else
            {
                ReadValue(ref reader, field, ref values);
            }
        }

        return place;
    }

    private void ReadLabels(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = Text(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                _labels.Add(key);
                _labels.Add(Text(ref reader));
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void ReadValue(ref Utf8JsonReader reader, FieldTree? below, ref string[]? values)
    {
        if (below is null || reader.TokenType is JsonTokenType.StartArray or JsonTokenType.Null)
        {
            reader.Skip();
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var field = below.Find(ref reader);
                reader.Read();
                ReadValue(ref reader, field, ref values);
            }
        }
        else if (below.Field >= 0)
        {
            values ??= (string[])_absent.Clone();
            values[below.Field] = Text(ref reader);
        }
    }

    private string Text(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? pool.Get(reader.GetString()) : pool.GetUtf8(reader.ValueSpan);
}
