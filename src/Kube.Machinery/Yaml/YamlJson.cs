using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Machinery.Json;

namespace Kube.Machinery.Yaml;

/// <summary>One document of a YAML text.</summary>
/// <param name="Node">The document as JSON.</param>
/// <param name="Line">The line of the text it starts at, from 1.</param>
public sealed record YamlDocument(JsonNode Node, int Line);

/// <summary>YAML to JSON as kubectl reads it (YAML 1.1 scalars, anchors, merge keys), and JSON to YAML as kubectl prints it. JSON, also several values one after the other, is read as JSON.</summary>
public static class YamlJson
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All documents of a text; empty ones are left out. Throws <see cref="YamlJsonException"/>.</summary>
    public static IReadOnlyList<YamlDocument> ReadAll(string text)
    {
        text = text.TrimStart('\uFEFF');
        var first = text.AsSpan().TrimStart();
        if (first.IsEmpty || first[0] is not ('{' or '['))
        {
            return YamlReader.ReadAll(text);
        }

        var (values, problem) = JsonValues(text);
        return problem is null ? values : LooksLikeJson(first[1..].TrimStart()) ? throw problem : ReadFlowStyle(text, problem);
    }

    /// <summary>All documents of a UTF-8 text. Throws <see cref="YamlJsonException"/>.</summary>
    public static IReadOnlyList<YamlDocument> ReadAll(ReadOnlySpan<byte> utf8) => ReadAll(Decode(utf8));

    /// <summary>The single document of a text, null when it is empty; throws <see cref="YamlJsonException"/>, also when there are several.</summary>
    public static JsonNode? Read(string text)
    {
        if (BlockYaml.TryRead(text, out var node))
        {
            return node;
        }

        var documents = ReadAll(text);
        return documents.Count switch
        {
            0 => null,
            1 => documents[0].Node,
            _ => throw new YamlJsonException($"error converting YAML to JSON: yaml: line {documents[1].Line}: expected one document, found {documents.Count} (column 1)", documents[1].Line, 1),
        };
    }

    /// <summary>The single document as UTF-8 JSON, for a request body of type <c>application/yaml</c>. Throws <see cref="YamlJsonException"/>.</summary>
    public static byte[] ToJson(ReadOnlySpan<byte> utf8)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = JsonTree.MaximumDepth + 1 }))
        {
            if (Read(Decode(utf8)) is { } node)
            {
                node.WriteTo(writer);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        return output.ToArray();
    }

    /// <summary>Writes YAML with fields in alphabetical order, as kubectl does; ends with a line break.</summary>
    public static string Write(JsonNode? node) => YamlWriter.Write(node);

    private static bool LooksLikeJson(ReadOnlySpan<char> inside) => inside.IsEmpty || inside[0] is '"' or '{' or '[' or '}' or ']';

    /// <summary>YAML's flow style begins like JSON; only when the text is neither, the complaint about JSON is the helpful one.</summary>
    private static List<YamlDocument> ReadFlowStyle(string text, YamlJsonException jsonProblem)
    {
        try
        {
            return YamlReader.ReadAll(text);
        }
        catch (YamlJsonException)
        {
            throw jsonProblem;
        }
    }

    private static string Decode(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return s_strictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException e)
        {
            var line = utf8[..Math.Clamp(e.Index, 0, utf8.Length)].Count((byte)'\n') + 1;
            throw new YamlJsonException($"error converting YAML to JSON: yaml: line {line}: invalid UTF-8 at byte {e.Index}", line, 1);
        }
    }

    private static (List<YamlDocument> Values, YamlJsonException? Problem) JsonValues(string text)
    {
        ReadOnlySpan<byte> utf8 = Encoding.UTF8.GetBytes(text);
        var found = new List<YamlDocument>();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonTree.MaximumDepth, AllowMultipleValues = true });
        long start = 0;
        try
        {
            while (reader.Read())
            {
                start = reader.TokenStartIndex;
                reader.Skip();
                if (JsonTree.Parse(utf8[(int)start..(int)reader.BytesConsumed]) is { } node)
                {
                    found.Add(new YamlDocument(node, utf8[..(int)start].Count((byte)'\n') + 1));
                }
            }
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? utf8[..(int)start].Count((byte)'\n')) + 1;
            var column = (int)(e.BytePositionInLine ?? 0) + 1;
            return (found, new YamlJsonException($"error parsing JSON: line {line}: {TextOf(e)} (column {column})", line, column));
        }

        return (found, null);
    }

    private static string TextOf(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var text = (end > 0 ? e.Message[..end] : e.Message).TrimEnd('.');
        return text.Length > 1 ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
