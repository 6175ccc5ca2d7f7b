using System.Text.Json.Nodes;

namespace Kube.Machinery.Yaml;

/// <summary>One document of a YAML text.</summary>
/// <param name="Node">The document as JSON; null for an empty document or the value null.</param>
/// <param name="Line">The line of the text it starts at, from 1.</param>
public sealed record YamlDocument(JsonNode? Node, int Line);

/// <summary>YAML to JSON as kubectl reads it (YAML 1.1 scalars, anchors, merge keys), and JSON to YAML as kubectl prints it. JSON is YAML, so both are read.</summary>
public static class YamlJson
{
    /// <summary>All documents of a text; empty ones are left out. Throws <see cref="YamlJsonException"/>.</summary>
    public static IReadOnlyList<YamlDocument> ReadAll(string text) => throw new NotSupportedException();

    /// <summary>The single document of a text; throws <see cref="YamlJsonException"/>, also when there are several.</summary>
    public static JsonNode? Read(string text) => throw new NotSupportedException();

    /// <summary>The single document as UTF-8 JSON, for a request body of type <c>application/yaml</c>.</summary>
    public static byte[] ToJson(ReadOnlySpan<byte> utf8) => throw new NotSupportedException();

    /// <summary>Writes YAML with fields in alphabetical order, as kubectl does.</summary>
    public static string Write(JsonNode? node) => throw new NotSupportedException();
}
