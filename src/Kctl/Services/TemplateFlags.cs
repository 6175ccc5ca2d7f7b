using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Edit;

namespace Kctl.Services;

/// <summary>The flags of update that change the Deployment.</summary>
internal sealed class TemplateFlags
{
    private readonly Option<string?> _image = Flags.Named("--image", "IMAGE", "the new image");
    private readonly Option<int?> _replicas = Flags.Number("--replicas", "how many pods");
    private readonly Option<string?> _args = Flags.Named("--args", "COMMAND", "the new command");
    private readonly Option<string[]> _envAdd = Flags.Many("--env-add", "NAME=VALUE", "set a variable");
    private readonly Option<string[]> _envRemove = Flags.Many("--env-rm", "NAME", "remove a variable");
    private readonly Option<string[]> _labelAdd = Flags.Many("--label-add", "KEY=VALUE", "set a label of the service");
    private readonly Option<string[]> _labelRemove = Flags.Many("--label-rm", "KEY", "remove a label of the service");
    private readonly Option<string[]> _containerLabelAdd = Flags.Many("--container-label-add", "KEY=VALUE", "set a label of its pods");
    private readonly Option<string[]> _containerLabelRemove = Flags.Many("--container-label-rm", "KEY", "remove a label of its pods");
    private readonly Option<string[]> _mountAdd = Flags.Many("--mount-add", "MOUNT", "add or change a mount");
    private readonly Option<string[]> _mountRemove = Flags.Many("--mount-rm", "TARGET", "remove a mount");
    private readonly Option<bool> _force = Flags.Switch("--force", "replace the pods even where nothing changes");
    private readonly RuntimeFlags _runtime = new();

    public IEnumerable<Option> All =>
    [
        _image, _replicas, _args, _envAdd, _envRemove, _labelAdd, _labelRemove, _containerLabelAdd, _containerLabelRemove, _mountAdd, _mountRemove, _force, .. _runtime.All,
    ];

    /// <summary>Makes the changes in the Deployment.</summary>
    public void Apply(JsonObject deployment, ParseResult parse, TimeProvider time)
    {
        var spec = (JsonObject)deployment["spec"]!;
        var template = (JsonObject)spec["template"]!;
        var container = Container(template, deployment.Name());
        if (parse.GetValue(_replicas) is { } count)
        {
            spec["replicas"] = count >= 0 ? count : throw new CommandException($"--replicas must be 0 or more, not {count}");
        }

        container.Put("image", parse.GetValue(_image));
        if (parse.GetValue(_args) is { } args)
        {
            container["args"] = JsonParts.Texts((ShellWords.Split(args) ?? throw new CommandException($"--args: a quote in {args} is not closed")).Select(PodSpecs.Literal));
        }

        Environment(container, EnvironmentFlags.Pairs(parse.GetValue(_envAdd), "--env-add"), parse.GetValue(_envRemove) ?? []);
        Map(deployment, "labels", EnvironmentFlags.Pairs(parse.GetValue(_labelAdd), "--label-add"), parse.GetValue(_labelRemove) ?? []);
        Map(template, "labels", EnvironmentFlags.Pairs(parse.GetValue(_containerLabelAdd), "--container-label-add"), parse.GetValue(_containerLabelRemove) ?? []);
        TemplateMounts.Change(template, container, [.. (parse.GetValue(_mountAdd) ?? []).Select(MountSyntax.Mount)], parse.GetValue(_mountRemove) ?? []);
        Runtime(deployment, spec, container, parse);
        if (parse.GetValue(_force))
        {
            Map(template, "annotations", new() { ["kubectl.kubernetes.io/restartedAt"] = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) }, []);
        }
    }

    private static JsonObject Container(JsonObject template, string name)
    {
        var all = template.At("spec").Objects("containers");
        return all.Count == 1 ? all[0] : throw new CommandException($"\"{name}\" has {all.Count} containers; a service has one. Use 'kctl set image' or 'kctl edit deployment/{name}'");
    }

    /// <summary>The flags create has too: what was given is built as create would build it and put in place of what is there.</summary>
    private void Runtime(JsonObject deployment, JsonObject spec, JsonObject container, ParseResult parse)
    {
        var wanted = new ServiceDefinition { Name = container.Text("name")!, Selector = deployment.Map("spec", "selector", "matchLabels").ToDictionary() };
        _runtime.AddTo(wanted, parse);
        var built = PodSpecs.Of(wanted);
        var builtContainer = (JsonObject)built["containers"]![0]!;
        foreach (var field in (ReadOnlySpan<string>)["workingDir", "tty", "startupProbe", "readinessProbe", "livenessProbe"])
        {
            Take(container, builtContainer, field);
        }

        foreach (var field in (ReadOnlySpan<string>)["resources", "securityContext"])
        {
            Merge(container, builtContainer, field);
        }

        var podSpec = (JsonObject)spec["template"]!["spec"]!;
        foreach (var field in (ReadOnlySpan<string>)["terminationGracePeriodSeconds", "nodeSelector", "affinity", "topologySpreadConstraints", "hostname", "hostAliases", "dnsConfig"])
        {
            Take(podSpec, built, field);
        }

        Rolling.AddTo(spec, wanted.Update, holdsHostPorts: false);
    }

    private static void Take(JsonObject to, JsonObject from, string field)
    {
        if (from[field] is { } value)
        {
            to[field] = value.DeepClone();
        }
    }

    private static void Merge(JsonObject to, JsonObject from, string field)
    {
        if (from[field] is not JsonObject wanted)
        {
            return;
        }

        if (to[field] is not JsonObject own)
        {
            to[field] = own = [];
        }

        foreach (var (name, value) in wanted)
        {
            if (value is JsonObject)
            {
                Merge(own, wanted, name);
            }
            else
            {
                own[name] = value?.DeepClone();
            }
        }
    }

    private static void Environment(JsonObject container, Dictionary<string, string> add, string[] remove)
    {
        if (add.Count == 0 && remove.Length == 0)
        {
            return;
        }

        var kept = container.Objects("env").Where(e => !add.ContainsKey(e.Text("name") ?? "") && !remove.Contains(e.Text("name"))).Select(e => (JsonNode)e.DeepClone());
        container["env"] = new JsonArray([.. kept, .. add.Select(e => (JsonNode)new JsonObject { ["name"] = e.Key, ["value"] = PodSpecs.Literal(e.Value) })]);
    }

    private static void Map(JsonObject obj, string field, Dictionary<string, string> add, string[] remove)
    {
        if (add.Count == 0 && remove.Length == 0)
        {
            return;
        }

        if (obj["metadata"] is not JsonObject metadata)
        {
            obj["metadata"] = metadata = [];
        }

        if (metadata[field] is not JsonObject map)
        {
            metadata[field] = map = [];
        }

        foreach (var (key, value) in add)
        {
            map[key] = value;
        }

        foreach (var key in remove)
        {
            map.Remove(key);
        }
    }
}

/// <summary>Adds and removes mounts of a pod template. Pure.</summary>
internal static class TemplateMounts
{
    public static void Change(JsonObject template, JsonObject container, IReadOnlyList<ServiceMount> add, IReadOnlyList<string> remove)
    {
        if (add.Count == 0 && remove.Count == 0)
        {
            return;
        }

        var leaving = add.Select(m => m.Target).Concat(remove).ToHashSet(StringComparer.Ordinal);
        var mounts = container.Objects("volumeMounts").Where(m => !leaving.Contains(m.Text("mountPath") ?? "")).Select(m => (JsonObject)m.DeepClone()).ToList();
        var used = mounts.Select(m => m.Text("name")).ToHashSet();
        var volumes = template.At("spec").Objects("volumes").Where(v => used.Contains(v.Text("name"))).Select(v => (JsonObject)v.DeepClone()).ToList();
        var built = PodSpecs.Of(new ServiceDefinition { Name = "x", Image = "x", Mounts = [.. add] });
        foreach (var volume in built.Objects("volumes"))
        {
            // The numbers of new volumes begin where those that stay end.
            var (old, fresh) = (volume.Text("name")!, Unused(volumes));
            volumes.Add((JsonObject)volume.DeepClone());
            volumes[^1]["name"] = fresh;
            foreach (var mount in built["containers"]![0].Objects("volumeMounts").Where(m => m.Text("name") == old))
            {
                mounts.Add((JsonObject)mount.DeepClone());
                mounts[^1]["name"] = fresh;
            }
        }

        container["volumeMounts"] = JsonParts.Objects(mounts);
        template["spec"]!["volumes"] = JsonParts.Objects(volumes);
    }

    private static string Unused(List<JsonObject> volumes)
    {
        var number = 1;
        while (volumes.Exists(v => v.Text("name") == $"volume-{number}"))
        {
            number++;
        }

        return $"volume-{number}";
    }
}
