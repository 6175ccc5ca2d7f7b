using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Resources;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Errors;
using Kube.Machinery.Json;
using Kube.Machinery.Patch;
using Kube.Machinery.Yaml;

namespace Kube.ApiServer.Verbs;

/// <summary>The body of a PATCH: how to make the new object's JSON of the present one's.</summary>
internal sealed class PatchDocument
{
    private static readonly string[] s_kinds = [MediaType.JsonPatch, MediaType.MergePatch, MediaType.StrategicMergePatch];
    private static readonly string[] s_kindsWithoutType = [MediaType.JsonPatch, MediaType.MergePatch, MediaType.ApplyPatch];
    private readonly string _kind;
    private readonly JsonNode? _patch;

    private PatchDocument(string kind, JsonNode? patch)
    {
        _kind = kind;
        _patch = patch;
    }

    /// <summary>The patch has the fields of the object it changes, in JSON.</summary>
    public bool HasObjectsFields { get; private init; }

    public static PatchDocument Read(byte[] body, string? contentType, ObjectForm form)
    {
        var kind = MediaType.Parse(contentType ?? "").Name;
        var kinds = form.Typed is null ? s_kindsWithoutType : s_kinds;
        if (!kinds.Contains(kind))
        {
            throw Failure.UnsupportedMediaType(form.Typed is null || kind.Length == 0 ? null : kind, kinds);
        }

        BodyDecoder.CheckText(body);
        try
        {
            var json = body.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
            var patch = json || kind == MediaType.JsonPatch ? JsonTree.Parse(body) : YamlJson.Read(System.Text.Encoding.UTF8.GetString(body));
            return patch is JsonObject || kind == MediaType.JsonPatch && patch is JsonArray
                ? new PatchDocument(kind, patch) { HasObjectsFields = json && kind != MediaType.JsonPatch, Touched = FieldsOf(kind, patch) }
                : throw Failure.BadRequest($"error decoding patch: expected {(kind == MediaType.JsonPatch ? "a list of operations" : "an object")}");
        }
        catch (JsonException error)
        {
            throw JsonFailure.Describe(error, "patch");
        }
        catch (YamlJsonException error)
        {
            throw Failure.BadRequest($"error decoding patch: {error.Message}");
        }
    }

    /// <summary>
    /// The fields of an object that the patch can change, metadata always among them; null where it may change all, as one that says something of the
    /// object as a whole may.
    /// </summary>
    public IReadOnlySet<string>? Touched { get; private init; }

    /// <summary>The new object's JSON.</summary>
    public byte[] Apply(ReadOnlyMemory<byte> current, ObjectForm form) => Apply(JsonTree.Parse(current.Span), form);

    /// <summary>The same, of nothing but <see cref="Touched"/>.</summary>
    public byte[] ApplyToTouched(ReadOnlyMemory<byte> current, ObjectForm form) => Apply(Fields(current.Span, Touched!), form);

    private static HashSet<string>? FieldsOf(string kind, JsonNode patch) =>
        kind == MediaType.JsonPatch || patch is not JsonObject fields || fields.Any(f => f.Key.StartsWith('$')) ? null : [.. fields.Select(f => f.Key), "metadata"];

    private static JsonObject Fields(ReadOnlySpan<byte> utf8, IReadOnlySet<string> names)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonNodes.MaximumDepth });
        var result = new JsonObject();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (names.Contains(name))
            {
                result[name] = JsonNodes.Read(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return result;
    }

    private byte[] Apply(JsonNode? document, ObjectForm form)
    {
        try
        {
            var patched = _kind switch
            {
                MediaType.JsonPatch => JsonPatch.Apply(document, _patch),
                MediaType.MergePatch => MergePatch.Apply(document, _patch),
                _ => StrategicMergePatch.Apply((JsonObject)document!, (JsonObject)_patch!, form.Typed!),
            };
            return patched is JsonObject
                ? System.Text.Encoding.UTF8.GetBytes(patched.ToJsonString(ApiJson.Options))
                : throw Failure.BadRequest("the patch does not leave an object");
        }
        catch (PatchException error)
        {
            throw error.Failure switch
            {
                PatchFailure.BadPatch => Failure.BadRequest(error.Message),
                PatchFailure.TooLarge => Failure.TooManyOperations(error.Message),
                _ => Failure.Unprocessable(error.Message),
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw Failure.BadRequest($"error applying patch: {error.Message}");
        }
    }
}
