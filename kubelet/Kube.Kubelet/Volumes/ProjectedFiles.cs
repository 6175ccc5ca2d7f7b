using System.Text;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Kubelet.Config;
using Kube.Kubelet.Pods;

namespace Kube.Kubelet.Volumes;

/// <summary>The files of ConfigMap, Secret, downward API and projected volumes, read from the API's objects.</summary>
internal sealed class ProjectedFiles(IConfigSource config, Pod pod, PodAddresses addresses, IReadOnlyDictionary<string, Quantity> allocatable)
{
    private const int DefaultMode = 0x1A4; // 0644

    /// <summary>The files of a volume; null when it is of another kind.</summary>
    public async Task<IReadOnlyList<VolumeFile>?> OfAsync(Volume volume, CancellationToken ct)
    {
        if (volume.ConfigMap is { } map)
        {
            return await ConfigMapAsync(new ConfigMapProjection { Name = map.Name, Items = map.Items, Optional = map.Optional }, map.DefaultMode ?? DefaultMode, ct);
        }

        if (volume.Secret is { } secret)
        {
            return await SecretAsync(new SecretProjection { Name = secret.SecretName, Items = secret.Items, Optional = secret.Optional }, secret.DefaultMode ?? DefaultMode, ct);
        }

        if (volume.DownwardAPI is { } downward)
        {
            return Downward(downward.Items, downward.DefaultMode ?? DefaultMode);
        }

        return volume.Projected is { } projected ? await ProjectedAsync(projected, ct) : null;
    }

    private async Task<IReadOnlyList<VolumeFile>> ProjectedAsync(ProjectedVolumeSource projected, CancellationToken ct)
    {
        var mode = projected.DefaultMode ?? DefaultMode;
        var files = new Dictionary<string, VolumeFile>();
        foreach (var source in projected.Sources ?? [])
        {
            var part = source.ConfigMap is not null ? await ConfigMapAsync(source.ConfigMap, mode, ct)
                : source.Secret is not null ? await SecretAsync(source.Secret, mode, ct)
                : source.DownwardAPI is not null ? Downward(source.DownwardAPI.Items, mode)
                : [];
            foreach (var file in part)
            {
                files[file.Path] = file;
            }
        }

        return [.. files.Values];
    }

    private async Task<IReadOnlyList<VolumeFile>> ConfigMapAsync(ConfigMapProjection source, int mode, CancellationToken ct)
    {
        var map = await config.ConfigMapAsync(pod.Namespace(), source.Name!, ct);
        if (map is null)
        {
            return source.Optional == true ? [] : throw new VolumeException($"configmap \"{source.Name}\" not found");
        }

        var data = (map.BinaryData ?? []).ToDictionary(p => p.Key, p => p.Value);
        foreach (var (key, value) in map.Data ?? [])
        {
            data[key] = Encoding.UTF8.GetBytes(value);
        }

        return Select(data, source.Items, mode, source.Optional == true);
    }

    private async Task<IReadOnlyList<VolumeFile>> SecretAsync(SecretProjection source, int mode, CancellationToken ct)
    {
        var secret = await config.SecretAsync(pod.Namespace(), source.Name!, ct);
        if (secret is null)
        {
            return source.Optional == true ? [] : throw new VolumeException($"secret \"{source.Name}\" not found");
        }

        return Select(secret.Data ?? [], source.Items, mode, source.Optional == true);
    }

    private static IReadOnlyList<VolumeFile> Select(Dictionary<string, byte[]> data, List<KeyToPath>? items, int mode, bool optional)
    {
        if (items is not { Count: > 0 })
        {
            return [.. data.Select(p => new VolumeFile(p.Key, p.Value, mode))];
        }

        var result = new List<VolumeFile>();
        foreach (var item in items)
        {
            if (data.TryGetValue(item.Key!, out var content))
            {
                result.Add(new VolumeFile(item.Path!, content, item.Mode ?? mode));
            }
            else if (!optional)
            {
                throw new VolumeException($"references non-existent key: {item.Key}");
            }
        }

        return result;
    }

    private IReadOnlyList<VolumeFile> Downward(List<DownwardAPIVolumeFile>? items, int mode)
    {
        var result = new List<VolumeFile>();
        foreach (var item in items ?? [])
        {
            var value = item.FieldRef?.FieldPath is { } path ? DownwardApi.Field(pod, path, addresses)
                : item.ResourceFieldRef is { } field
                    ? DownwardApi.Resource(pod.AllContainers().First(c => c.Name == field.ContainerName), field.Resource!, field.Divisor, allocatable)
                    : "";
            result.Add(new VolumeFile(item.Path!, Encoding.UTF8.GetBytes(value ?? ""), item.Mode ?? mode));
        }

        return result;
    }
}
