using System.Text.Json;
using System.Text.Unicode;
using Kube.Api;
using Kube.Api.Resources;
using Kube.ApiServer.Errors;
using Kube.Machinery.Protobuf;
using Kube.Machinery.Yaml;

namespace Kube.ApiServer.Codec;

/// <summary>Bodies to objects. Every failure is a 400 or 415 that says where the body is wrong.</summary>
internal static class BodyDecoder
{
    private static readonly string[] s_accepted = [MediaType.Json, MediaType.Yaml, MediaType.Protobuf];
    private static readonly string[] s_texts = [MediaType.Json, MediaType.Yaml];

    /// <summary>The body as JSON, whichever of the accepted formats it came in; <paramref name="expected"/> is the form of the object in it.</summary>
    public static byte[] ToJson(byte[] body, string? contentType, ObjectForm expected)
    {
        var type = string.IsNullOrWhiteSpace(contentType) ? MediaType.Json : MediaType.Parse(contentType).Name;
        if (type == MediaType.Protobuf)
        {
            return FromProtobuf(body, expected.Typed?.Type ?? throw Failure.UnsupportedMediaType(null, s_texts));
        }

        CheckText(body);
        return type switch
        {
            MediaType.Json or "text/plain" or "application/octet-stream" or "application/x-www-form-urlencoded" => LooksLikeYaml(body, type) ? FromYaml(body) : body,
            MediaType.Yaml or "application/x-yaml" or "text/yaml" => FromYaml(body),
            _ => throw Failure.UnsupportedMediaType(type, expected.Typed is null ? s_texts : s_accepted),
        };
    }

    /// <summary>Reads an object of a known form; a body of another kind is refused, one that names none is taken as the kind.</summary>
    public static IKubeObject Decode(ReadOnlySpan<byte> json, ObjectForm form, string apiVersion, string kind)
    {
        IKubeObject obj;
        try
        {
            obj = form.Read(json);
        }
        catch (JsonException error)
        {
            throw JsonFailure.Describe(error, json, form, apiVersion, kind);
        }

        CheckKind(obj, apiVersion, kind);
        obj.ApiVersion = apiVersion;
        obj.Kind = kind;
        return obj;
    }

    /// <summary>Refuses bytes that are no text before anything tries to read them.</summary>
    public static void CheckText(byte[] body)
    {
        if (!Utf8.IsValid(body))
        {
            throw Failure.BadRequest("the body of the request is not valid UTF-8");
        }
    }

    private static void CheckKind(IKubeObject obj, string apiVersion, string kind)
    {
        if (!string.IsNullOrEmpty(obj.Kind) && obj.Kind != kind)
        {
            var version = string.IsNullOrEmpty(obj.ApiVersion) ? apiVersion : obj.ApiVersion;
            throw Failure.BadRequest($"{obj.Kind} in version \"{version[(version.LastIndexOf('/') + 1)..]}\" cannot be handled as a {kind}: no kind \"{obj.Kind}\" is served here");
        }

        if (!string.IsNullOrEmpty(obj.ApiVersion) && obj.ApiVersion != apiVersion)
        {
            throw Failure.BadRequest($"the API version in the data ({obj.ApiVersion}) does not match the expected API version ({apiVersion})");
        }
    }

    private static bool LooksLikeYaml(byte[] body, string type) => type != MediaType.Json && body.AsSpan().TrimStart(" \t\r\n"u8) is not [(byte)'{', ..];

    private static byte[] FromProtobuf(byte[] body, Type expected)
    {
        try
        {
            return ProtobufJson.ToJson(body, expected);
        }
        catch (ProtobufException error)
        {
            throw Failure.BadRequest($"error parsing the protobuf body: {error.Message}");
        }
    }

    private static byte[] FromYaml(byte[] body)
    {
        try
        {
            return YamlJson.ToJson(body);
        }
        catch (YamlJsonException error)
        {
            throw Failure.BadRequest($"error parsing the YAML body: {error.Message}");
        }
    }
}
