using System.Text;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Kubelet.Config;

namespace Kube.Kubelet.Pods;

/// <summary>
/// A container's environment: Services, then envFrom, then env in order, later ones winning; a value may use the ones before it.
/// </summary>
internal sealed class EnvironmentBuilder(IConfigSource config, Pod pod, PodAddresses addresses, IReadOnlyDictionary<string, Quantity> allocatable)
{
    public async Task<Dictionary<string, string>> BuildAsync(Container container, CancellationToken ct)
    {
        var ns = pod.Namespace();
        var result = new Dictionary<string, string>(ServiceEnvironment.Of(ns, config.Services(ns), pod.Spec?.EnableServiceLinks ?? true));
        foreach (var source in container.EnvFrom ?? [])
        {
            foreach (var (key, value) in await AllOfAsync(source, ct))
            {
                result[$"{source.Prefix}{key}"] = value;
            }
        }

        foreach (var variable in container.Env ?? [])
        {
            var value = variable.ValueFrom is { } from
                ? await ValueAsync(container, from, ct)
                : VariableExpansion.Expand(variable.Value ?? "", name => result.GetValueOrDefault(name));
            if (value is not null)
            {
                result[variable.Name!] = value;
            }
        }

        return result;
    }

    private async Task<IEnumerable<KeyValuePair<string, string>>> AllOfAsync(EnvFromSource source, CancellationToken ct)
    {
        if (source.ConfigMapRef is { } mapRef)
        {
            var map = await config.ConfigMapAsync(pod.Namespace(), mapRef.Name!, ct);
            return map?.Data ?? (map is not null || mapRef.Optional == true ? [] : throw Missing("configmap", mapRef.Name!));
        }

        if (source.SecretRef is { } secretRef)
        {
            var secret = await config.SecretAsync(pod.Namespace(), secretRef.Name!, ct);
            return secret?.Data?.Select(p => KeyValuePair.Create(p.Key, Encoding.UTF8.GetString(p.Value)))
                ?? (secret is not null || secretRef.Optional == true ? [] : throw Missing("secret", secretRef.Name!));
        }

        return [];
    }

    private async Task<string?> ValueAsync(Container container, EnvVarSource from, CancellationToken ct)
    {
        if (from.FieldRef is { FieldPath: { } path })
        {
            return DownwardApi.Field(pod, path, addresses) ?? throw new ContainerConfigException($"unsupported fieldPath: {path}");
        }

        if (from.ResourceFieldRef is { Resource: { } resource } field)
        {
            var owner = field.ContainerName is { Length: > 0 } name ? pod.AllContainers().First(c => c.Name == name) : container;
            return DownwardApi.Resource(owner, resource, field.Divisor, allocatable) ?? throw new ContainerConfigException($"unsupported resource: {resource}");
        }

        return from.ConfigMapKeyRef is not null ? await ConfigMapKeyAsync(from.ConfigMapKeyRef, ct)
            : from.SecretKeyRef is not null ? await SecretKeyAsync(from.SecretKeyRef, ct)
            : null;
    }

    private async Task<string?> ConfigMapKeyAsync(ConfigMapKeySelector key, CancellationToken ct)
    {
        var map = await config.ConfigMapAsync(pod.Namespace(), key.Name!, ct);
        if (map?.Data?.TryGetValue(key.Key!, out var value) == true)
        {
            return value;
        }

        return key.Optional == true ? null
            : throw (map is null ? Missing("configmap", key.Name!) : new ContainerConfigException($"couldn't find key {key.Key} in ConfigMap {pod.Namespace()}/{key.Name}"));
    }

    private async Task<string?> SecretKeyAsync(SecretKeySelector key, CancellationToken ct)
    {
        var secret = await config.SecretAsync(pod.Namespace(), key.Name!, ct);
        if (secret?.Data?.TryGetValue(key.Key!, out var value) == true)
        {
            return Encoding.UTF8.GetString(value);
        }

        return key.Optional == true ? null
            : throw (secret is null ? Missing("secret", key.Name!) : new ContainerConfigException($"couldn't find key {key.Key} in Secret {pod.Namespace()}/{key.Name}"));
    }

    private static ContainerConfigException Missing(string kind, string name) => new($"{kind} \"{name}\" not found");
}
