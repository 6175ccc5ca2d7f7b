using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Volumes;

/// <summary>The volumes of the node's pods, under the kubelet's directory: made before the first container starts, removed after the last has ended.</summary>
internal sealed class PodVolumes(PodDirectory directory) : IPodVolumes
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> EnsureAsync(Pod pod, ProjectedFiles files, CancellationToken ct)
    {
        var result = new Dictionary<string, string>();
        foreach (var volume in pod.Spec?.Volumes ?? [])
        {
            try
            {
                result[volume.Name!] = await EnsureAsync(pod, volume, files, ct);
            }
            catch (Exception e) when (e is VolumeException or IOException or UnauthorizedAccessException)
            {
                throw new VolumeException($"MountVolume.SetUp failed for volume \"{volume.Name}\" : {e.Message}", e);
            }
        }

        return result;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ContainerMount> Mounts(
        Container container, IReadOnlyDictionary<string, string> paths, IReadOnlyDictionary<string, string> environment)
    {
        var result = new List<ContainerMount>();
        foreach (var mount in container.VolumeMounts ?? [])
        {
            var root = paths.GetValueOrDefault(mount.Name!) ?? throw new VolumeException($"volume \"{mount.Name}\" is not declared");
            var subPath = mount.SubPathExpr is { Length: > 0 } expression
                ? VariableExpansion.Expand(expression, name => environment.GetValueOrDefault(name))
                : mount.SubPath;
            var source = string.IsNullOrEmpty(subPath) ? root : Inside(root, subPath);
            var target = mount.MountPath!.StartsWith('/') ? mount.MountPath : "/" + mount.MountPath;
            result.Add(new ContainerMount(source, target, mount.ReadOnly == true, Propagation(mount.MountPropagation)));
        }

        return result;
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string uid, CancellationToken ct)
    {
        var root = directory.Volumes(uid);
        foreach (var mount in MountedUnder(root))
        {
            await Command.RunAsync("umount", [mount], null, ct);
        }

        directory.Remove(uid);
    }

    private async Task<string> EnsureAsync(Pod pod, Volume volume, ProjectedFiles files, CancellationToken ct)
    {
        if (volume.HostPath is { Path: { } hostPath } host)
        {
            HostPath.Prepare(hostPath, host.Type);
            return hostPath;
        }

        var path = Path.Combine(directory.Volumes(pod.Uid()), volume.Name!);
        var group = pod.Spec?.SecurityContext?.FsGroup;
        if (volume.EmptyDir is { } empty)
        {
            await EnsureEmptyDirAsync(path, empty, group, ct);
            return path;
        }

        if (await files.OfAsync(volume, ct) is not { } content)
        {
            throw new VolumeException("no plugin for this kind of volume");
        }

        AtomicDirectory.Write(path, content, group is { } owner ? made => GroupOwnership.Apply(made, owner) : null);
        return path;
    }

    private static async Task EnsureEmptyDirAsync(string path, EmptyDirVolumeSource empty, long? group, CancellationToken ct)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        // Made under another name first: what exists under its own is complete.
        var draft = path + "..new";
        Directory.CreateDirectory(draft);
        Directory.Move(draft, path);
        if (empty.Medium == "Memory")
        {
            var size = empty.SizeLimit is { Value: > 0 } limit ? $"mode=1777,size={limit.LongValue}" : "mode=1777";
            await Command.RunAsync("mount", ["-t", "tmpfs", "-o", size, "tmpfs", path], null, ct);
        }

        File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32("777", 8));
        if (group is { } owner)
        {
            GroupOwnership.Apply(path, owner);
        }
    }

    // A path below the volume, made when missing; one that leaves the volume, by dots or by links, is refused.
    private static string Inside(string root, string subPath)
    {
        var path = Path.GetFullPath(Path.Combine(root, subPath));
        if (path != root && !path.StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal))
        {
            throw new VolumeException($"subPath \"{subPath}\" leaves its volume");
        }

        if (!Path.Exists(path))
        {
            Directory.CreateDirectory(path);
        }

        var real = RealPath(path);
        var realRoot = RealPath(root);
        return real == realRoot || real.StartsWith(realRoot.TrimEnd('/') + "/", StringComparison.Ordinal)
            ? real
            : throw new VolumeException($"subPath \"{subPath}\" leaves its volume");
    }

    private static string RealPath(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var real = "/";
        foreach (var part in parts)
        {
            var next = Path.Combine(real, part);
            real = new FileInfo(next).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next;
        }

        return real == path ? path : real.Contains("/..", StringComparison.Ordinal) ? Path.GetFullPath(real) : real;
    }

    private static string Propagation(string? mode) => mode switch
    {
        MountPropagationMode.HostToContainer => "rslave",
        MountPropagationMode.Bidirectional => "rshared",
        _ => "rprivate",
    };

    private static List<string> MountedUnder(string root) =>
        [.. File.ReadLines("/proc/self/mounts").Select(l => l.Split(' ')[1]).Where(p => p.StartsWith(root + "/", StringComparison.Ordinal)).Reverse()];
}
