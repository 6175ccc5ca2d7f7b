using Kube.ApiServer.Errors;
using Kube.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Routing;

/// <summary>How long a request may take: what its <c>timeout</c> parameter says, at most what the server gives it. 0 leaves it to the server.</summary>
internal static class RequestTimeout
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    public static TimeSpan Of(HttpContext http, RequestInfo info) => info.IsLongRunning ? Timeout.InfiniteTimeSpan
        : Asked(http) is { } asked && asked > TimeSpan.Zero && asked < s_longest ? asked : s_longest;

    /// <summary>Refuses a parameter that is no duration.</summary>
    public static void Check(HttpContext http, RequestInfo info)
    {
        if (!info.IsLongRunning && http.Request.Query["timeout"].ToString() is { Length: > 0 } text && Asked(http) is null)
        {
            throw Failure.BadRequest($"invalid timeout specified in the request URL - time: invalid duration \"{text}\"");
        }
    }

    private static TimeSpan? Asked(HttpContext http)
    {
        try
        {
            return http.Request.Query["timeout"].ToString() is { Length: > 0 } text ? GoDuration.Parse(text) : null;
        }
        catch (Exception error) when (error is FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }
}
