using System.Text.Json;
using Kube.Api.Resources;
using Kube.ApiServer.Errors;

namespace Kube.ApiServer.Codec;

/// <summary>Turns what the JSON reader says about a bad body into a 400 that a person can use: which field, which line and column.</summary>
internal static class JsonFailure
{
    public static ApiError Describe(JsonException error, ReadOnlySpan<byte> json, Type type, string apiVersion, string kind) =>
        Describe(error, json, ObjectForm.Of(type), apiVersion, kind);

    public static ApiError Describe(JsonException error, ReadOnlySpan<byte> json, ObjectForm form, string apiVersion, string kind)
    {
        var version = apiVersion[(apiVersion.LastIndexOf('/') + 1)..];
        return Failure.BadRequest($"{kind} in version \"{version}\" cannot be handled as a {kind}: {form.Describe(error, json)}");
    }

    /// <summary>For bodies that are JSON but no object of a kind, such as patches.</summary>
    public static ApiError Describe(JsonException error, string what) => Failure.BadRequest($"error decoding {what}: {Bare(error)}{Position(error)}");

    private static string Bare(JsonException error)
    {
        var end = error.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        var text = end < 0 ? error.Message : error.Message[..end];
        end = text.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).TrimEnd('.', ' ');
    }

    private static string Position(JsonException error) => error.LineNumber is { } line ? $" (line {line + 1}, column {error.BytePositionInLine + 1})" : "";
}
