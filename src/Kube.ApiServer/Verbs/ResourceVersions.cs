using System.Globalization;
using Kube.Api;
using Kube.ApiServer.Errors;
using Kube.Machinery.Validation;

namespace Kube.ApiServer.Verbs;

/// <summary>Reads the <c>resourceVersion</c> parameter.</summary>
internal static class ResourceVersions
{
    /// <summary>For get and list: a number, or a bad request.</summary>
    public static long Parse(string text) => Find(text) ?? throw Failure.BadRequest($"invalid resource version: resourceVersion: Invalid value: \"{text}\": {Fault(text)}");

    /// <summary>For watch, where Kubernetes calls the same fault an invalid field.</summary>
    public static long ParseForWatch(string text, ResourceInfo info)
    {
        if (Find(text) is { } revision)
        {
            return revision;
        }

        var errors = new FieldErrors();
        errors.Invalid(FieldPath.Of("resourceVersion"), text, Fault(text));
        throw Failure.Invalid(info with { Kind = info.Plural }, "", errors);
    }

    private static long? Find(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;

    private static string Fault(string text) => $"strconv.ParseUint: parsing \"{text}\": {(text.Length > 0 && text.All(char.IsAsciiDigit) ? "value out of range" : "invalid syntax")}";
}
