using System.Text.Json;
using Kube.ApiServer.Errors;

namespace Kube.ApiServer.Codec;

/// <summary>Turns what the JSON reader says about a bad body into what a person can use: which field, which line and column, and no C# types.</summary>
internal static class JsonFailure
{
    public static ApiError Describe(JsonException error, string apiVersion, string kind)
    {
        var version = apiVersion[(apiVersion.LastIndexOf('/') + 1)..];
        var field = (error.Path ?? "$").TrimStart('$').TrimStart('.');
        return IsTypeMismatch(error)
            ? Failure.BadRequest($"{kind} in version \"{version}\" cannot be handled as a {kind}: json: cannot unmarshal the value of {(field.Length == 0 ? "the body" : $"field \"{field}\"")}{Reason(error)}{Position(error)}")
            : Failure.BadRequest($"the object provided is unrecognized (must be of type {kind}): couldn't get version/kind; json parse error: {Bare(error)}{Position(error)}");
    }

    /// <summary>For bodies that are JSON but no object of a kind, such as patches.</summary>
    public static ApiError Describe(JsonException error, string what) => Failure.BadRequest($"error decoding {what}: {Bare(error)}{Position(error)}");

    private static bool IsTypeMismatch(JsonException error) => error.Path is not null && error.InnerException is not JsonException
        && !IsSyntax(error);

    private static bool IsSyntax(JsonException error) => error.InnerException?.GetType().Name == "JsonReaderException" || error.GetType().Name == "JsonReaderException";

    private static string Reason(JsonException error)
    {
        var text = Bare(error);
        return text.StartsWith("The JSON value could not be converted", StringComparison.Ordinal) ? ": the value has the wrong type" : $": {text}";
    }

    private static string Bare(JsonException error)
    {
        var end = error.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        var text = end < 0 ? error.Message : error.Message[..end];
        end = text.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).TrimEnd('.', ' ');
    }

    private static string Position(JsonException error) => error.LineNumber is { } line ? $" (line {line + 1}, column {error.BytePositionInLine + 1})" : "";
}
