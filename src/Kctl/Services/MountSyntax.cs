using Kctl.App;

namespace Kctl.Services;

/// <summary>The comma-separated forms of <c>--mount</c>, <c>--config</c> and <c>--secret</c>. All throw <see cref="CommandException"/>.</summary>
internal static class MountSyntax
{
    private static readonly string[] s_mountKeys = ["type", "source", "target", "readonly", "tmpfs-size", "volume-subpath", "bind-propagation"];
    private static readonly string[] s_fileKeys = ["source", "target", "key", "mode"];

    /// <summary><c>type=bind,source=/srv,target=/data,readonly</c>.</summary>
    public static ServiceMount Mount(string text)
    {
        var fields = Fields(text, "--mount", s_mountKeys);
        var target = fields.GetValueOrDefault("target") is { Length: > 0 } path ? path : throw new CommandException($"--mount \"{text}\": target=PATH is missing");
        var source = fields.GetValueOrDefault("source") ?? "";
        var mount = fields.GetValueOrDefault("type", "volume") switch
        {
            "bind" when source.StartsWith('/') => new ServiceMount(MountKind.Bind, source, target),
            "bind" => throw new CommandException($"--mount \"{text}\": a bind mount needs source=/PATH, a path on the node"),
            "volume" => new ServiceMount(source.Length == 0 ? MountKind.Scratch : MountKind.Volume, source, target) { SubPath = fields.GetValueOrDefault("volume-subpath") },
            "tmpfs" => new ServiceMount(MountKind.Memory, "", target) { SizeLimit = Size(fields.GetValueOrDefault("tmpfs-size"), text) },
            var other => throw new CommandException($"--mount \"{text}\": the type is volume, bind or tmpfs, not \"{other}\""),
        };
        return mount with { ReadOnly = fields.GetValueOrDefault("readonly") is "" or "true" or "1", Propagation = PropagationOf(fields.GetValueOrDefault("bind-propagation")) };
    }

    /// <summary><c>NAME</c> or <c>source=NAME,key=KEY,target=PATH,mode=0440</c>; the key is empty where none is named.</summary>
    public static ServiceFile File(string text, bool isSecret)
    {
        var flag = isSecret ? "--secret" : "--config";
        var fields = text.Contains('=') ? Fields(text, flag, s_fileKeys) : new() { ["source"] = text };
        var source = fields.GetValueOrDefault("source") is { Length: > 0 } name ? name : throw new CommandException($"{flag} \"{text}\": source=NAME is missing");
        return new ServiceFile(source, fields.GetValueOrDefault("key") ?? "", FileTarget(fields.GetValueOrDefault("target") ?? source, isSecret))
        {
            IsSecret = isSecret,
            Mode = fields.GetValueOrDefault("mode") is { } mode ? Mode(mode) ?? throw new CommandException($"{flag} \"{text}\": the mode is octal, as in 0440") : null,
        };
    }

    /// <summary>Where Docker puts a file whose target is no whole path.</summary>
    public static string FileTarget(string target, bool isSecret) => target.StartsWith('/') ? target : (isSecret ? "/run/secrets/" : "/") + target;

    /// <summary>File permissions in octal; null where the text is none.</summary>
    public static int? Mode(string text)
    {
        try
        {
            return text.Length is > 0 and <= 6 ? Convert.ToInt32(text.StartsWith("0o", StringComparison.Ordinal) ? text[2..] : text, 8) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Docker's word for how mounts propagate, in Kubernetes' word; null for the default.</summary>
    public static string? PropagationOf(string? word) => word switch
    {
        "rshared" or "shared" => "Bidirectional",
        "rslave" or "slave" => "HostToContainer",
        _ => null,
    };

    private static string? Size(string? size, string text) =>
        size is null ? null : DockerUnits.Memory(size) ?? throw new CommandException($"--mount \"{text}\": \"{size}\" is not an amount such as 64m");

    private static Dictionary<string, string> Fields(string text, string flag, string[] known)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(','))
        {
            var equals = part.IndexOf('=');
            var key = (equals < 0 ? part : part[..equals]).Trim().ToLowerInvariant() switch { "src" => "source", "dst" or "destination" => "target", "ro" => "readonly", var other => other };
            if (!known.Contains(key))
            {
                throw new CommandException($"{flag} \"{text}\": unknown key \"{key}\"{Suggestion.Tail(key, known)}");
            }

            fields[key] = equals < 0 ? "" : part[(equals + 1)..].Trim();
        }

        return fields;
    }
}
