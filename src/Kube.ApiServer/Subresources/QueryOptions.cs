using System.Globalization;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Subresources;

/// <summary>Options that come as query parameters, read as Kubernetes reads them: a switch is on unless its value says no.</summary>
internal static class QueryOptions
{
    public static bool IsOn(ApiRequest request, string name) =>
        request.Http.Request.Query.TryGetValue(name, out var values) && values.Count > 0 && values[0] != "0" && !"false".Equals(values[0], StringComparison.OrdinalIgnoreCase);

    public static long? Number(ApiRequest request, string name) => request.Query(name) is not { Length: > 0 } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw Failure.BadRequest($"strconv.ParseInt: parsing \"{text}\": {(text.TrimStart('-', '+').All(char.IsAsciiDigit) && text.Any(char.IsAsciiDigit) ? "value out of range" : "invalid syntax")}");

    public static DateTime? Time(ApiRequest request, string name) => request.Query(name) is not { Length: > 0 } text || text == "null" ? null
        : text.Contains('T', StringComparison.OrdinalIgnoreCase) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.UtcDateTime
        : throw Failure.BadRequest($"parsing time \"{text}\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"{text}\" as \"2006\"");
}
