using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kctl.App;
using Kctl.Services;
using Kube.Machinery.Yaml;

namespace Kctl.Compose;

/// <summary>The networks, volumes, configs and secrets of a file, which services refer to by name.</summary>
internal sealed class SharedParts(Field root, ComposeProject project, ComposeFiles files, Func<YamlTree, string> folderOf)
{
    private static readonly string[] s_networkKeys = ["name", "external", "driver", "driver_opts", "attachable", "enable_ipv4", "enable_ipv6", "internal", "ipam", "labels"];
    private static readonly string[] s_volumeKeys = ["name", "external", "driver", "driver_opts", "labels"];
    private static readonly string[] s_fileKeys = ["name", "external", "file", "content", "environment", "labels", "template_driver"];
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, string> _networks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ServiceMount> _volumes = new(StringComparer.Ordinal);
    private readonly Dictionary<(bool Secret, string Name), SharedFile> _files = [];
    private readonly HashSet<string> _usedVolumes = new(StringComparer.Ordinal);

    /// <summary>True where the file has networks at all; where it has none, nothing is set apart.</summary>
    public bool HasNetworks { get; private set; }

    public Findings Findings => project.Findings;

    public void Read()
    {
        HasNetworks = root["networks"] is { IsMap: true } || (root["services"]?.Entries().Any(s => s.Value["networks"] is not null) ?? false);
        foreach (var (name, field) in root["networks"]?.Map() ?? [])
        {
            ReadNetwork(name, field);
        }

        _networks.TryAdd("default", KubeNames.Label($"{project.Name}-default"));
        foreach (var (name, field) in root["volumes"]?.Map() ?? [])
        {
            ReadVolume(name, field);
        }

        foreach (var secret in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (var (name, field) in root[secret ? "secrets" : "configs"]?.Map() ?? [])
            {
                ReadFile(name, field, secret);
            }
        }
    }

    /// <summary>A variable of the shell or of <c>.env</c>.</summary>
    public string? Variable(string name) => files.Variable(name);

    /// <summary>A path of the file as a whole path.</summary>
    public string FullPath(Field at, string path) => path.StartsWith('~') ? (files.Variable("HOME") ?? "") + path[1..] : Path.GetFullPath(path, folderOf(at.Tree));

    /// <summary>A network's name in the cluster; an unknown one is an error.</summary>
    public string? Network(string name, Field at) => Known(_networks.GetValueOrDefault(name), name, "network", _networks.Keys, at);

    /// <summary>What a named volume is, with the mount's target still to be said; an unknown one is an error.</summary>
    public ServiceMount? Volume(string name, Field at)
    {
        if (Known(_volumes.GetValueOrDefault(name), name, "volume", _volumes.Keys, at) is not { } mount)
        {
            return null;
        }

        if (mount.Kind == MountKind.Volume && _usedVolumes.Add(name))
        {
            var declared = root["volumes"]!.Entries().First(e => e.Key == name).Value;
            declared.Leave($"kept in {PodSpecs.VolumeFolder}/{mount.Source} of the machine: it outlives its pods and does not follow them to another machine");
        }

        return mount;
    }

    /// <summary>Where a config or secret is kept; an unknown one is an error.</summary>
    public SharedFile? File(string name, bool isSecret, Field at) =>
        Known(_files.GetValueOrDefault((isSecret, name)), name, isSecret ? "secret" : "config", _files.Keys.Where(k => k.Secret == isSecret).Select(k => k.Name), at);

    private static T? Known<T>(T? found, string name, string what, IEnumerable<string> all, Field at) where T : class
    {
        if (found is null)
        {
            at.Error($"there is no {what} \"{name}\" below the file's {what}s{Suggestion.Tail(name, all)}");
        }

        return found;
    }

    /// <summary>Whether something exists already and is not the project's, and under which name.</summary>
    private static (bool External, string? Name) External(Field field)
    {
        var external = field["external"];
        return external is { IsMap: true } ? (true, external["name"]?.Text()) : (external?.Flag() ?? false, field["name"]?.Text());
    }

    private void ReadNetwork(string name, Field field)
    {
        field.KnowsOnly(s_networkKeys);
        foreach (var (key, value) in field.Map().Where(e => e.Key is "driver_opts" or "ipam" or "enable_ipv6" or "internal" or "attachable" or "labels"))
        {
            if (!value.IsNull && !(value.Tree.Shape == YamlShape.Scalar && value.Text() == "false") && key is not ("attachable" or "labels"))
            {
                value.Leave(key == "internal" ? "pods of the network still reach what is outside the cluster" : "the cluster gives pods their addresses");
            }
        }

        var (external, own) = External(field);
        _networks[name] = KubeNames.Label(own ?? (external ? name : $"{project.Name}-{name}"));
    }

    private void ReadVolume(string name, Field field)
    {
        field.KnowsOnly(s_volumeKeys);
        var (external, own) = External(field);
        var options = field["driver_opts"];
        if (field["driver"] is { } driver && driver.Text() is not ("local" or ""))
        {
            driver.Leave($"there is no volume driver {driver.Text()}; a folder of the machine takes its place");
        }

        if (options?["type"]?.Text() is "none" or "bind" && options["device"]?.Text() is { Length: > 0 } device)
        {
            _volumes[name] = new ServiceMount(MountKind.Bind, FullPath(options, device), "");
            return;
        }

        if (options?["type"]?.Text() == "tmpfs")
        {
            _volumes[name] = new ServiceMount(MountKind.Memory, name, "");
            return;
        }

        options?.Leave("options of volume drivers have no counterpart; a folder of the machine takes the volume's place");
        _volumes[name] = new ServiceMount(MountKind.Volume, own ?? (external ? name : $"{project.Name}_{name}"), "");
    }

    private void ReadFile(string name, Field field, bool isSecret)
    {
        field.KnowsOnly(s_fileKeys);
        var (external, own) = External(field);
        if (external)
        {
            _files[(isSecret, name)] = new SharedFile(own ?? name, own ?? name, "");
            return;
        }

        var content = Content(field);
        if (content is null)
        {
            return;
        }

        var obj = own ?? $"{project.Name}-{name}";
        var objectName = string.Join('.', obj.Split('.').Select(KubeNames.Label));
        var key = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
        project.Files.Add(Object(objectName, key, content, isSecret));
        _files[(isSecret, name)] = new SharedFile(objectName, key, Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
    }

    private byte[]? Content(Field field)
    {
        var given = (string[])[.. ((string[])["file", "content", "environment"]).Where(k => field.Entries().Any(e => e.Key == k))];
        if (given.Length != 1)
        {
            field.Error(given.Length == 0 ? "says neither file, content, environment nor external" : $"says both {given[0]} and {given[1]}");
            return null;
        }

        var value = field.Entries().First(e => e.Key == given[0]).Value;
        switch (given[0])
        {
            case "content":
                return Encoding.UTF8.GetBytes(value.Text());
            case "environment":
                if (files.Variable(value.Text()) is { } text)
                {
                    return Encoding.UTF8.GetBytes(text);
                }

                value.Error($"the variable {value.Text()} is not set");
                return null;
            default:
                var path = FullPath(value, value.Text());
                if (System.IO.File.Exists(path))
                {
                    return System.IO.File.ReadAllBytes(path);
                }

                value.Error($"the file {path} does not exist");
                return null;
        }
    }

    private JsonObject Object(string name, string key, byte[] content, bool isSecret)
    {
        var obj = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = isSecret ? "Secret" : "ConfigMap",
            ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = new JsonObject { [ComposeProject.ProjectLabel] = project.Name } },
        };
        if (isSecret)
        {
            obj["data"] = new JsonObject { [key] = Convert.ToBase64String(content) };
            return obj;
        }

        try
        {
            obj["data"] = new JsonObject { [key] = s_strict.GetString(content) };
        }
        catch (DecoderFallbackException)
        {
            obj["binaryData"] = new JsonObject { [key] = Convert.ToBase64String(content) };
        }

        return obj;
    }
}

/// <summary>Where a config or secret is kept.</summary>
/// <param name="Hash">Changes when the content does; empty where it is not known.</param>
internal sealed record SharedFile(string ObjectName, string Key, string Hash);
