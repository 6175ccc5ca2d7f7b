using System.Text.Json.Nodes;

namespace Kctl.Services;

/// <summary>
/// A health check as probes. Until the first success a start-up probe asks often, for as long as the start period and the retries allow; from then on the
/// container counts as ready while the check succeeds, and is started again, as Swarm does, when it goes on failing. Pure.
/// </summary>
internal static class HealthProbes
{
    /// <summary>How often a container that starts is asked where nothing is said: Docker would let the whole interval pass before the first check.</summary>
    private static readonly TimeSpan s_startInterval = TimeSpan.FromSeconds(1);

    public static void AddTo(JsonObject container, HealthCheck check)
    {
        var between = check.StartInterval ?? (check.Interval < s_startInterval ? check.Interval : s_startInterval);
        var allowed = check.StartPeriod + (check.Interval * check.Retries);
        var attempts = Math.Max(1, DockerUnits.Seconds(allowed) / DockerUnits.Seconds(between));
        container["startupProbe"] = Probe(check, between, attempts);
        container["readinessProbe"] = Probe(check, check.Interval, check.Retries);
        container["livenessProbe"] = Probe(check, check.Interval, check.Retries);
    }

    private static JsonObject Probe(HealthCheck check, TimeSpan period, long failures) => new()
    {
        ["exec"] = new JsonObject { ["command"] = JsonParts.Texts(check.Command) },
        ["periodSeconds"] = DockerUnits.Seconds(period),
        ["timeoutSeconds"] = DockerUnits.Seconds(check.Timeout),
        ["failureThreshold"] = Math.Max(1, failures),
    };
}
