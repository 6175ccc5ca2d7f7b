using System.Globalization;
using Kube.Kubelet.Runtime;
using Microsoft.AspNetCore.Http;

namespace Kube.Kubelet.Server;

/// <summary>The query of a log request, in Kubernetes' names.</summary>
internal sealed record LogParameters(LogQuery Query, bool Previous)
{
    /// <summary>Null when a value cannot be read.</summary>
    public static LogParameters? Parse(IQueryCollection query, DateTimeOffset now)
    {
        if (!TryNumber(query, "tailLines", out var tail) || !TryNumber(query, "sinceSeconds", out var seconds)
            || !TryNumber(query, "limitBytes", out var limit) || !TryTime(query, out var since))
        {
            return null;
        }

        return new LogParameters(
            new LogQuery
            {
                Follow = IsSet(query, "follow"),
                Timestamps = IsSet(query, "timestamps"),
                TailLines = tail,
                Since = since ?? (seconds is { } ago ? now.AddSeconds(-ago) : null),
                LimitBytes = limit,
                Stream = query["stream"].ToString() is "Stdout" or "Stderr" ? query["stream"].ToString() : null,
            },
            IsSet(query, "previous"));
    }

    private static bool IsSet(IQueryCollection query, string name) => query[name].ToString() is "true" or "1" or "True";

    private static bool TryNumber(IQueryCollection query, string name, out long? value)
    {
        value = null;
        if (query[name].ToString() is not { Length: > 0 } text)
        {
            return true;
        }

        var read = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        value = number;
        return read;
    }

    private static bool TryTime(IQueryCollection query, out DateTimeOffset? value)
    {
        value = null;
        if (query["sinceTime"].ToString() is not { Length: > 0 } text)
        {
            return true;
        }

        var read = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time);
        value = time;
        return read;
    }
}
