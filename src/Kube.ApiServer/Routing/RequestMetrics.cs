using System.Globalization;
using Kube.Hosting;

namespace Kube.ApiServer.Routing;

/// <summary>Counts and times requests under the names dashboards for Kubernetes look for.</summary>
internal sealed class RequestMetrics(Metrics metrics)
{
    private readonly Counter _total = metrics.Counter("apiserver_request_total", "Requests by verb, resource and status code.", "verb", "group", "resource", "subresource", "code");
    private readonly Histogram _seconds = metrics.Histogram("apiserver_request_duration_seconds", "Duration of requests; watches and logs are not in it.", null, "verb", "resource");

    public void Observe(RequestInfo info, int code, TimeSpan duration)
    {
        _total.Increment(info.Verb.ToUpperInvariant(), info.Group, info.Plural ?? "", info.Subresource ?? "", code.ToString(CultureInfo.InvariantCulture));
        if (!info.IsLongRunning)
        {
            _seconds.Observe(duration, info.Verb.ToUpperInvariant(), info.Plural ?? "");
        }
    }
}
