using System.Collections.Concurrent;
using System.Globalization;
using Kube.Hosting;

namespace Kube.ApiServer.Routing;

/// <summary>Counts and times requests under the names dashboards for Kubernetes look for.</summary>
internal sealed class RequestMetrics(Metrics metrics)
{
    private readonly Counter _total = metrics.Counter("apiserver_request_total", "Requests by verb, resource and status code.", "verb", "group", "resource", "subresource", "code");
    private readonly Histogram _seconds = metrics.Histogram("apiserver_request_duration_seconds", "Duration of requests; watches and logs are not in it.", null, "verb", "resource");

    /// <summary>The values of what has been seen: looking one up costs less than writing its labels out.</summary>
    private readonly ConcurrentDictionary<Labels, Values> _values = [];

    public void Observe(RequestInfo info, int code, TimeSpan duration)
    {
        var values = _values.GetOrAdd(new Labels(info.Verb, info.Group, info.Plural ?? "", info.Subresource ?? "", code), ValuesOf);
        values.Total(1);
        if (!info.IsLongRunning)
        {
            values.Seconds(duration.TotalSeconds);
        }
    }

    private Values ValuesOf(Labels labels)
    {
        var verb = labels.Verb.ToUpperInvariant();
        return new Values(
            _total.Of(verb, labels.Group, labels.Plural, labels.Subresource, labels.Code.ToString(CultureInfo.InvariantCulture)),
            _seconds.Of(verb, labels.Plural));
    }

    private readonly record struct Labels(string Verb, string Group, string Plural, string Subresource, int Code);

    private sealed record Values(Action<double> Total, Action<double> Seconds);
}
