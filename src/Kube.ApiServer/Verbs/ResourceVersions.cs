using System.Globalization;
using Kube.ApiServer.Errors;

namespace Kube.ApiServer.Verbs;

/// <summary>Reads the <c>resourceVersion</c> parameter.</summary>
internal static class ResourceVersions
{
    public static long Parse(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
        ? revision
        : throw Failure.BadRequest($"resourceVersion: Invalid value: \"{text}\": must be a number");
}
