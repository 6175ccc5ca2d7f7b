using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api;

namespace Kube.Client;

/// <summary>A patch body with its kind.</summary>
public sealed class Patch
{
    private Patch(string contentType, ReadOnlyMemory<byte> body)
    {
        ContentType = contentType;
        Body = body;
    }

    /// <summary>The media type that says which kind of patch this is.</summary>
    public string ContentType { get; }

    /// <summary>The body in UTF-8.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>A JSON patch (RFC 6902): a list of operations.</summary>
    public static Patch Json(ReadOnlyMemory<byte> utf8) => new("application/json-patch+json", utf8);

    /// <inheritdoc cref="Json(ReadOnlyMemory{byte})" />
    public static Patch Json(JsonNode operations) => Json(Utf8(operations));

    /// <summary>A JSON merge patch (RFC 7396).</summary>
    public static Patch Merge(ReadOnlyMemory<byte> utf8) => new("application/merge-patch+json", utf8);

    /// <inheritdoc cref="Merge(ReadOnlyMemory{byte})" />
    public static Patch Merge(JsonNode patch) => Merge(Utf8(patch));

    /// <summary>A merge patch written as a partial object: what is null in it stays as it is on the server.</summary>
    public static Patch Merge(IKubeObject partial) => Merge(ApiJson.Serialize(partial));

    /// <summary>A strategic merge patch: lists are merged by the keys of their items.</summary>
    public static Patch Strategic(ReadOnlyMemory<byte> utf8) => new("application/strategic-merge-patch+json", utf8);

    /// <inheritdoc cref="Strategic(ReadOnlyMemory{byte})" />
    public static Patch Strategic(JsonNode patch) => Strategic(Utf8(patch));

    /// <summary>A strategic merge patch written as a partial object: what is null in it stays as it is on the server.</summary>
    public static Patch Strategic(IKubeObject partial) => Strategic(ApiJson.Serialize(partial));

    /// <summary>A server-side apply of a full intent (JSON is YAML).</summary>
    public static Patch Apply(ReadOnlyMemory<byte> utf8) => new("application/apply-patch+yaml", utf8);

    private static byte[] Utf8(JsonNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            node.WriteTo(writer);
        }

        return stream.ToArray();
    }
}
