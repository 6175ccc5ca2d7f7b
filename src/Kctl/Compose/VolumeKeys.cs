using Kctl.Services;

namespace Kctl.Compose;

/// <summary><c>volumes</c> and <c>tmpfs</c>.</summary>
internal static class VolumeKeys
{
    public static void Volumes(ServiceDefinition service, SharedParts shared, Field field)
    {
        foreach (var item in field.Items())
        {
            if ((item.IsMap ? Long(item, shared) : Short(item, shared)) is { } mount)
            {
                service.Mounts.Add(mount);
            }
        }
    }

    public static void Memory(ServiceDefinition service, Field field)
    {
        foreach (var item in field.Items())
        {
            var parts = item.Text().Split(':', 2);
            var size = parts.ElementAtOrDefault(1)?.Split(',').FirstOrDefault(o => o.StartsWith("size=", StringComparison.Ordinal))?["size=".Length..];
            service.Mounts.Add(new ServiceMount(MountKind.Memory, "", parts[0]) { SizeLimit = size is null ? null : DockerUnits.Memory(size) });
        }
    }

    private static ServiceMount? Short(Field item, SharedParts shared)
    {
        var parts = item.Text().Split(':');
        switch (parts)
        {
            case [{ Length: > 0 } target]:
                return new ServiceMount(MountKind.Scratch, "", target);
            case [{ Length: > 0 } source, { Length: > 0 } target, ..] when parts.Length <= 3:
                var options = parts.ElementAtOrDefault(2)?.Split(',') ?? [];
                var propagation = options.Select(MountSyntax.PropagationOf).FirstOrDefault(p => p is not null);
                return IsPath(source)
                    ? Bind(shared.FullPath(item, source), target, options.Contains("ro")) with { Propagation = propagation }
                    : shared.Volume(source, item) is { } named ? named with { Target = target, ReadOnly = options.Contains("ro") } : null;
            default:
                item.Error($"\"{item.Text()}\" is not VOLUME:PATH, ./PATH:PATH or PATH");
                return null;
        }
    }

    private static ServiceMount? Long(Field item, SharedParts shared)
    {
        item.KnowsOnly("type", "source", "target", "read_only", "bind", "volume", "tmpfs", "consistency", "image");
        var target = item["target"]?.Text() ?? "";
        var source = item["source"]?.Text() ?? "";
        if (target.Length == 0)
        {
            item.Error("a mount needs its target, the path in the container");
            return null;
        }

        var mount = (item["type"]?.Text() ?? "volume") switch
        {
            "bind" => Bind(shared.FullPath(item, source), target, readOnly: false) with { Propagation = MountSyntax.PropagationOf(item["bind"]?["propagation"]?.Text()) },
            "tmpfs" => new ServiceMount(MountKind.Memory, "", target) { SizeLimit = item["tmpfs"]?["size"]?.Memory() },
            "volume" when source.Length == 0 => new ServiceMount(MountKind.Scratch, "", target),
            "volume" => shared.Volume(source, item) is { } named ? named with { Target = target, SubPath = item["volume"]?["subpath"]?.Text() } : null,
            var other => Left(item, other),
        };
        return mount is null ? null : mount with { ReadOnly = item["read_only"]?.Flag() ?? false };
    }

    private static ServiceMount? Left(Field item, string type)
    {
        item.Leave($"mounts of type {type} have no counterpart");
        return null;
    }

    /// <summary>What is there decides what it is; what is not there yet becomes a folder, as with Docker.</summary>
    private static ServiceMount Bind(string path, string target, bool readOnly) => new(MountKind.Bind, path, target)
    {
        ReadOnly = readOnly,
        HostType = File.Exists(path) ? "File" : Directory.Exists(path) || !IsSocket(path) ? "DirectoryOrCreate" : "Socket",
    };

    private static bool IsSocket(string path) => path.EndsWith(".sock", StringComparison.Ordinal);

    private static bool IsPath(string source) => source[0] is '.' or '/' or '~';
}
