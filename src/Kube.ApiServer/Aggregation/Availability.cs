using Kube.Api.ApiRegistration.V1;
using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;

namespace Kube.ApiServer.Aggregation;

/// <summary>
/// Whether requests for an APIService can be served, decided from what is behind it. What is behind a Service is never available here:
/// this server answers such requests with 503 and does not forward them.
/// </summary>
internal static class Availability
{
    /// <param name="spec">Where the group and version are served.</param>
    /// <param name="service">The Service it names; null when there is none.</param>
    /// <param name="slices">The EndpointSlices of that Service.</param>
    public static APIServiceCondition Of(APIServiceSpec spec, Service? service, IReadOnlyList<EndpointSlice> slices)
    {
        if (spec.Service is not { } reference)
        {
            return Condition(Api.Meta.V1.ConditionStatus.True, "Local", "Local APIServices are always available");
        }

        var named = $"service/{reference.Name} in \"{reference.Namespace}\"";
        if (service is null)
        {
            return Missing("ServiceNotFound", $"{named} is not present");
        }

        if (service.Spec?.Type != ServiceType.ExternalName)
        {
            var port = service.Spec?.Ports?.Find(p => p.Port == reference.Port);
            if (port is null)
            {
                return Missing("ServicePortError", $"{named} is not listening on port {reference.Port}");
            }

            if (slices.Count == 0)
            {
                return Missing("EndpointsNotFound", $"cannot find endpoints for {named}");
            }

            if (!slices.Any(s => HasReady(s, port.Name ?? "")))
            {
                return Missing("MissingEndpoints", $"endpoints for {named} have no addresses with port name \"{port.Name}\"");
            }
        }

        return Missing("FailedDiscoveryCheck", $"{named} is there, but this server does not forward requests to other API servers");
    }

    private static bool HasReady(EndpointSlice slice, string port) =>
        slice.Ports?.Exists(p => (p.Name ?? "") == port) == true && slice.Endpoints?.Exists(e => e.Conditions?.Ready != false && e.Addresses is { Count: > 0 }) == true;

    private static APIServiceCondition Missing(string reason, string message) => Condition(Api.Meta.V1.ConditionStatus.False, reason, message);

    private static APIServiceCondition Condition(string status, string reason, string message) =>
        new() { Type = APIServiceConditionType.Available, Status = status, Reason = reason, Message = message };
}
