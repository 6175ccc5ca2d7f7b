using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kube.Machinery.Schema;

/// <summary>Turns what the serializer throws into one line a person can act on.</summary>
public static class DecodeError
{
    /// <summary>
    /// For example <c>spec.replicas: expected integer, found string (line 7, column 15)</c>. Give the body as <paramref name="utf8"/> to say what was found;
    /// without it only what was expected is said.
    /// </summary>
    public static string Describe(JsonException error, TypeSchema schema, ReadOnlySpan<byte> utf8 = default)
    {
        var where = error.LineNumber is { } line
            ? string.Create(CultureInfo.InvariantCulture, $" (line {line + 1}, column {(error.BytePositionInLine ?? 0) + 1})")
            : "";
        var own = OwnText(error.Message);
        if (error.InnerException is JsonException || error.GetType() != typeof(JsonException))
        {
            return $"invalid JSON: {Lower(own)}{where}";
        }

        var (path, expected) = Resolve(error.Path, schema);
        var prefix = path.Length == 0 ? "" : path + ": ";
        if (!own.StartsWith("The JSON value could not be converted", StringComparison.Ordinal))
        {
            return $"{prefix}{Lower(own)}{where}";
        }

        if (error.InnerException is FormatException)
        {
            return $"{prefix}{OutOfRange(expected)}{where}";
        }

        return Found(error, utf8) is { } found
            ? $"{prefix}expected {Word(expected)}, found {found}{where}"
            : $"{prefix}expected {Word(expected)}{where}";
    }

    /// <summary>The name of a kind of value in messages.</summary>
    public static string Word(SchemaKind? kind) => kind switch
    {
        SchemaKind.Object or SchemaKind.Map => "object",
        SchemaKind.List => "array",
        SchemaKind.String => "string",
        SchemaKind.Int32 or SchemaKind.Int64 => "integer",
        SchemaKind.Number => "number",
        SchemaKind.Boolean => "boolean",
        SchemaKind.Time => "time such as 2006-01-02T15:04:05Z",
        SchemaKind.Bytes => "string in base64",
        SchemaKind.Quantity => "quantity such as 500m or 64Mi",
        SchemaKind.IntOrString => "integer or string",
        _ => "another type",
    };

    private static string OutOfRange(SchemaKind? kind) => kind switch
    {
        SchemaKind.Int32 => "the number is not a 32-bit integer",
        SchemaKind.Int64 => "the number is not a 64-bit integer",
        SchemaKind.Bytes => "the string is not base64",
        _ => $"the value is not a valid {Word(kind)}",
    };

    private static string OwnText(string message)
    {
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        end = end < 0 ? message.IndexOf(" LineNumber: ", StringComparison.Ordinal) : end;
        return (end < 0 ? message : message[..end]).TrimEnd('.', ' ', '|');
    }

    private static string Lower(string text) => text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    /// <summary>Rewrites the serializer's path (<c>$.a['b.c'][0]</c>) and walks the schema along it.</summary>
    private static (string Path, SchemaKind? Expected) Resolve(string? path, TypeSchema schema)
    {
        var result = new StringBuilder();
        TypeSchema? at = schema;
        var rest = (path ?? "").AsSpan().TrimStart('$');
        while (!rest.IsEmpty)
        {
            var segment = Next(ref rest);
            if (segment.Index)
            {
                result.Append('[').Append(segment.Text).Append(']');
                at = at?.Item;
                continue;
            }

            result.Append(result.Length == 0 ? "" : ".").Append(segment.Text);
            at = at?.Kind == SchemaKind.Map ? at.Item : at?.Find(segment.Text)?.Type;
        }

        return (result.ToString(), at?.Kind);
    }

    private static (string Text, bool Index) Next(ref ReadOnlySpan<char> rest)
    {
        string text;
        if (rest.StartsWith("['"))
        {
            var end = rest.IndexOf("']");
            text = rest[2..(end < 0 ? rest.Length : end)].ToString();
            rest = end < 0 ? [] : rest[(end + 2)..];
            return (text, false);
        }

        if (rest[0] == '[')
        {
            var end = rest.IndexOf(']');
            text = rest[1..(end < 0 ? rest.Length : end)].ToString();
            rest = end < 0 ? [] : rest[(end + 1)..];
            return (text, true);
        }

        rest = rest[0] == '.' ? rest[1..] : rest;
        var stop = rest.IndexOfAny('.', '[');
        text = rest[..(stop < 0 ? rest.Length : stop)].ToString();
        rest = stop < 0 ? [] : rest[stop..];
        return (text, false);
    }

    private static string? Found(JsonException error, ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty || error.LineNumber is not { } line)
        {
            return null;
        }

        var offset = OffsetOf(utf8, line) + (error.BytePositionInLine ?? 0);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Json.JsonTree.MaximumDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.BytesConsumed >= offset && reader.TokenType != JsonTokenType.PropertyName)
                {
                    return Word(reader.TokenType);
                }
            }
        }
        catch (JsonException)
        {
            // What follows the value may be broken; then only the expected type is told.
        }

        return null;
    }

    private static long OffsetOf(ReadOnlySpan<byte> utf8, long line)
    {
        var offset = 0;
        for (; line > 0; line--)
        {
            var next = utf8[offset..].IndexOf((byte)'\n');
            if (next < 0)
            {
                break;
            }

            offset += next + 1;
        }

        return offset;
    }

    private static string? Word(JsonTokenType token) => token switch
    {
        JsonTokenType.String => "string",
        JsonTokenType.Number => "number",
        JsonTokenType.True or JsonTokenType.False => "boolean",
        JsonTokenType.Null => "null",
        JsonTokenType.StartObject or JsonTokenType.EndObject => "object",
        JsonTokenType.StartArray or JsonTokenType.EndArray => "array",
        _ => null,
    };
}
