using System.Globalization;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Machinery.Pods;

namespace Kube.ApiServer.Admission.Limits;

/// <summary>What breaks the bounds of a LimitRange, in Kubernetes' words. Pure.</summary>
internal static class LimitChecks
{
    /// <summary>What is wrong with a pod: container by container, and all of them together.</summary>
    public static IEnumerable<string> Of(Pod pod, List<LimitRangeItem> limits)
    {
        foreach (var item in limits)
        {
            var checkedParts = item.Type switch
            {
                LimitType.Container => (pod.Spec?.Containers ?? []).Concat(pod.Spec?.InitContainers ?? [])
                    .SelectMany(c => Of(item, c.Resources?.Requests ?? [], c.Resources?.Limits ?? [])),
                LimitType.Pod => Of(item, PodResources.ContainerRequests(pod.Spec), PodResources.ContainerLimits(pod.Spec)),
                _ => [],
            };
            foreach (var problem in checkedParts)
            {
                yield return problem;
            }
        }
    }

    /// <summary>What is wrong with a claim: only its request counts.</summary>
    public static IEnumerable<string> Of(PersistentVolumeClaim claim, List<LimitRangeItem> limits)
    {
        var requests = claim.Spec?.Resources?.Requests ?? [];
        var found = limits.Where(i => i.Type == LimitType.PersistentVolumeClaim).SelectMany(item =>
            Sorted(item.Min).Select(min => Minimum(item.Type!, min, requests, []))
                .Concat(Sorted(item.Max).Select(max => MaximumRequest(item.Type!, max, requests))));
        return found.OfType<string>();
    }

    private static IEnumerable<string> Of(LimitRangeItem item, Dictionary<string, Quantity> requests, Dictionary<string, Quantity> limits) =>
        Sorted(item.Min).Select(min => Minimum(item.Type!, min, requests, limits))
            .Concat(Sorted(item.Max).Select(max => Maximum(item.Type!, max, requests, limits)))
            .Concat(Sorted(item.MaxLimitRequestRatio).Select(ratio => Ratio(item.Type!, ratio, requests, limits)))
            .OfType<string>();

    private static string? Minimum(string type, KeyValuePair<string, Quantity> bound, Dictionary<string, Quantity> requests, Dictionary<string, Quantity> limits)
    {
        var (name, least) = bound;
        var text = $"minimum {name} usage per {type} is {least}";
        if (!requests.TryGetValue(name, out var request))
        {
            return text + ".  No request is specified";
        }

        return request < least ? $"{text}, but request is {request}"
            : limits.TryGetValue(name, out var limit) && limit < least ? $"{text}, but limit is {limit}" : null;
    }

    private static string? Maximum(string type, KeyValuePair<string, Quantity> bound, Dictionary<string, Quantity> requests, Dictionary<string, Quantity> limits)
    {
        var (name, most) = bound;
        var text = $"maximum {name} usage per {type} is {most}";
        if (!limits.TryGetValue(name, out var limit))
        {
            return text + ".  No limit is specified";
        }

        return limit > most ? $"{text}, but limit is {limit}"
            : requests.TryGetValue(name, out var request) && request > most ? $"{text}, but request is {request}" : null;
    }

    private static string? MaximumRequest(string type, KeyValuePair<string, Quantity> bound, Dictionary<string, Quantity> requests)
    {
        var (name, most) = bound;
        var text = $"maximum {name} usage per {type} is {most}";
        return !requests.TryGetValue(name, out var request) ? text + ".  No request is specified"
            : request > most ? $"{text}, but request is {request}" : null;
    }

    private static string? Ratio(string type, KeyValuePair<string, Quantity> bound, Dictionary<string, Quantity> requests, Dictionary<string, Quantity> limits)
    {
        var (name, most) = bound;
        var text = $"{name} max limit to request ratio per {type} is {most}";
        if (!requests.TryGetValue(name, out var request) || request.Value == 0)
        {
            return text + ", but no request is specified or request is 0";
        }

        if (!limits.TryGetValue(name, out var limit) || limit.Value == 0)
        {
            return text + ", but no limit is specified or limit is 0";
        }

        var ratio = limit.Value / request.Value;
        return ratio > most.Value ? string.Create(CultureInfo.InvariantCulture, $"{text}, but provided ratio is {ratio:F6}") : null;
    }

    private static IEnumerable<KeyValuePair<string, Quantity>> Sorted(Dictionary<string, Quantity>? amounts) =>
        (amounts ?? []).OrderBy(a => a.Key, StringComparer.Ordinal);
}
