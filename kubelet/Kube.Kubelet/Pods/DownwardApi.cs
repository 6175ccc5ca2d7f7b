using Kube.Api;
using Kube.Api.Core.V1;

namespace Kube.Kubelet.Pods;

/// <summary>A pod's own fields and resources as text, for environment variables and files. Pure.</summary>
internal static class DownwardApi
{
    /// <summary>The value of a field path such as <c>metadata.labels['app']</c> or <c>status.podIP</c>; null when the path is not one.</summary>
    public static string? Field(Pod pod, string path, PodAddresses addresses)
    {
        var metadata = pod.Metadata!;
        if (Subscript(path, "metadata.labels") is { } label)
        {
            return metadata.Labels?.GetValueOrDefault(label) ?? "";
        }

        if (Subscript(path, "metadata.annotations") is { } annotation)
        {
            return metadata.Annotations?.GetValueOrDefault(annotation) ?? "";
        }

        return path switch
        {
            "metadata.name" => metadata.Name,
            "metadata.namespace" => metadata.Namespace,
            "metadata.uid" => metadata.Uid,
            "metadata.labels" => Lines(metadata.Labels),
            "metadata.annotations" => Lines(metadata.Annotations),
            "spec.nodeName" => pod.Spec?.NodeName ?? "",
            "spec.serviceAccountName" => pod.Spec?.ServiceAccountName ?? "",
            "spec.restartPolicy" => pod.Spec?.RestartPolicy ?? "",
            "spec.schedulerName" => pod.Spec?.SchedulerName ?? "",
            "status.phase" => pod.Status?.Phase ?? "",
            "status.hostIP" or "status.hostIPs" => addresses.HostIP,
            "status.podIP" or "status.podIPs" => addresses.PodIP,
            _ => null,
        };
    }

    /// <summary>A container's request or limit, divided and rounded up; where no limit is set, what the node can give.</summary>
    public static string? Resource(Container container, string resource, Quantity? divisor, IReadOnlyDictionary<string, Quantity> allocatable)
    {
        var dot = resource.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || resource[..dot] is not ("limits" or "requests"))
        {
            return null;
        }

        var name = resource[(dot + 1)..];
        var declared = resource.StartsWith("limits", StringComparison.Ordinal) ? container.Resources?.Limits : container.Resources?.Requests;
        var fallback = resource.StartsWith("limits", StringComparison.Ordinal) ? allocatable.GetValueOrDefault(name) : default;
        var value = declared is not null && declared.TryGetValue(name, out var quantity) ? quantity : fallback;
        var unit = divisor is { Value: > 0 } given ? given.Value : 1m;
        return decimal.Ceiling(value.Value / unit).ToString("0");
    }

    private static string? Subscript(string path, string map) =>
        path.StartsWith(map + "['", StringComparison.Ordinal) && path.EndsWith("']", StringComparison.Ordinal) ? path[(map.Length + 2)..^2] : null;

    private static string Lines(Dictionary<string, string>? map) => map is null
        ? ""
        : string.Join('\n', map.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}=\"{Escape(p.Value)}\""));

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}

/// <summary>The addresses of a pod and of its node.</summary>
internal sealed record PodAddresses(string PodIP, string HostIP);
