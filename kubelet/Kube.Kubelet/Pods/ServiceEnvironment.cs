using Kube.Api.Core.V1;

namespace Kube.Kubelet.Pods;

/// <summary>
/// Variables that tell a container of Services: always the API server's (<c>KUBERNETES_SERVICE_HOST</c>), and with service links every
/// Service of the namespace, in Kubernetes' form and in that of Docker links. Pure.
/// </summary>
internal static class ServiceEnvironment
{
    public static IEnumerable<KeyValuePair<string, string>> Of(string ns, IReadOnlyList<Service> services, bool links)
    {
        var api = services.Where(s => s.Metadata?.Namespace == "default" && s.Metadata.Name == "kubernetes");
        var own = links ? services.Where(s => s.Metadata?.Namespace == ns) : [];
        return api.Concat(own).Where(HasAddress).DistinctBy(s => s.Metadata!.Name).SelectMany(Variables);
    }

    private static bool HasAddress(Service service) =>
        service.Spec?.ClusterIP is { Length: > 0 } ip && ip != "None" && service.Spec.Ports is { Count: > 0 };

    private static IEnumerable<KeyValuePair<string, string>> Variables(Service service)
    {
        var name = Upper(service.Metadata!.Name!);
        var ip = service.Spec!.ClusterIP!;
        var ports = service.Spec.Ports!;
        yield return new($"{name}_SERVICE_HOST", ip);
        yield return new($"{name}_SERVICE_PORT", $"{ports[0].Port}");
        foreach (var port in ports.Where(p => !string.IsNullOrEmpty(p.Name)))
        {
            yield return new($"{name}_SERVICE_PORT_{Upper(port.Name!)}", $"{port.Port}");
        }

        yield return new($"{name}_PORT", Url(ip, ports[0]));
        foreach (var port in ports)
        {
            var protocol = port.Protocol ?? "TCP";
            var prefix = $"{name}_PORT_{port.Port}_{protocol}";
            yield return new(prefix, Url(ip, port));
            yield return new($"{prefix}_PROTO", protocol.ToLowerInvariant());
            yield return new($"{prefix}_PORT", $"{port.Port}");
            yield return new($"{prefix}_ADDR", ip);
        }
    }

    private static string Url(string ip, ServicePort port) => $"{(port.Protocol ?? "TCP").ToLowerInvariant()}://{ip}:{port.Port}";

    private static string Upper(string name) => name.ToUpperInvariant().Replace('-', '_');
}
