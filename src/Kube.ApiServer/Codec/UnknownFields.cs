using System.Text.Json;
using Kube.Api.Resources;
using Kube.ApiServer.Errors;

namespace Kube.ApiServer.Codec;

/// <summary>Fields of a body that its kind does not have, or that stand twice.</summary>
internal static class UnknownFields
{
    /// <summary>So many findings tell what is wrong with a body; Kubernetes names no more either.</summary>
    private const int Maximum = 100;

    /// <summary>Only the fields that stand twice: a patch may have words the kind does not know, and values it does not take until the patch is applied.</summary>
    public static IReadOnlyList<string> Duplicates(byte[] json, ObjectForm form)
    {
        try
        {
            return [.. form.Strays(json).Where(f => f.StartsWith("duplicate field ", StringComparison.Ordinal)).Take(Maximum)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>The findings as warnings; with <see cref="FieldValidation.Strict"/> they fail the request.</summary>
    public static IReadOnlyList<string> Check(byte[] json, ObjectForm form, string version, string kind, FieldValidation mode)
    {
        IReadOnlyList<string> found;
        try
        {
            found = [.. form.Strays(json).Take(Maximum)];
        }
        catch (JsonException error)
        {
            throw JsonFailure.Describe(error, "the body");
        }

        return found.Count > 0 && mode == FieldValidation.Strict
            ? throw Failure.BadRequest($"{kind} in version \"{version}\" cannot be handled as a {kind}: strict decoding error: {string.Join(", ", found)}")
            : found;
    }
}
