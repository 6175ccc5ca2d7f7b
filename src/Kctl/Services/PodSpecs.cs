using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kctl.Services;

/// <summary>The pods of a service. Pure.</summary>
internal static partial class PodSpecs
{
    /// <summary>Where volumes that have a name keep their files on a node.</summary>
    public const string VolumeFolder = "/var/lib/kube-local/volumes";

    /// <summary>The pod's spec, with the name its only container has.</summary>
    public static JsonObject Of(ServiceDefinition service)
    {
        var volumes = new List<JsonObject>();
        var container = Container(service, volumes);
        var spec = new JsonObject { ["containers"] = new JsonArray(container) };
        spec.Put("restartPolicy", service.Restart switch { RestartRule.Never => "Never", RestartRule.OnFailure => "OnFailure", _ => null });
        spec.Put("volumes", JsonParts.Objects(volumes));
        if (service.Process.StopGracePeriod is { } grace)
        {
            spec["terminationGracePeriodSeconds"] = DockerUnits.Seconds(grace, least: 0);
        }

        service.Placement.AddTo(spec, service.Selector);
        AddHost(spec, service);
        return spec;
    }

    /// <summary>What <c>$</c> means in fields where Kubernetes replaces <c>$(NAME)</c>: here it means itself.</summary>
    internal static string Literal(string text) => Dollars().Replace(text, m => m.Value + m.Value);

    private static JsonObject Container(ServiceDefinition service, List<JsonObject> volumes)
    {
        var container = new JsonObject { ["name"] = service.Name, ["image"] = service.Image };
        if (!(service.PullPolicy == "IfNotPresent" && HasFixedTag(service.Image)))
        {
            container["imagePullPolicy"] = service.PullPolicy;
        }

        container.Put("command", JsonParts.Texts((service.Entrypoint ?? []).Select(Literal)));
        container.Put("args", JsonParts.Texts((service.Command ?? []).Select(Literal)));
        container.Put("workingDir", service.Process.WorkingDirectory);
        container.Put("tty", service.Process.Tty);
        container.Put("stdin", service.Process.OpenStdin);
        container.Put("env", JsonParts.Objects(service.Environment.Select(e => new JsonObject { ["name"] = e.Key }.Put("value", Literal(e.Value)))));
        container.Put("ports", Ports(service));
        container.Put("resources", new JsonObject().Put("limits", Amounts(service.Limits)).Put("requests", Amounts(service.Reservations)));
        container.Put("securityContext", Security(service.Process));
        container.Put("volumeMounts", JsonParts.Objects([.. Mounts.Of(service, volumes), .. FileMounts.Of(service, volumes)]));
        if (service.Health is { } check)
        {
            HealthProbes.AddTo(container, check);
        }

        return container;
    }

    /// <summary>With a tag other than latest, IfNotPresent is what happens anyway.</summary>
    private static bool HasFixedTag(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        return name.Contains('@') || (name.Contains(':') && !name.EndsWith(":latest", StringComparison.Ordinal));
    }

    private static JsonArray Ports(ServiceDefinition service)
    {
        var inside = service.Ports.Select(p => (p.Target, p.Protocol, Host: p.OnHost ? p.Published : null)).Concat(service.Expose.Select(e => (Target: e.Number, e.Protocol, Host: (int?)null)));
        return JsonParts.Objects(inside.GroupBy(p => (p.Target, p.Protocol, p.Host)).Select(g => g.Key)
            .Where(p => p.Host is not null || !service.Ports.Any(o => o.OnHost && o.Target == p.Target && o.Protocol == p.Protocol))
            .Select(p => new JsonObject { ["containerPort"] = p.Target }.Put("hostPort", p.Host).Put("protocol", p.Protocol == "TCP" ? null : p.Protocol)));
    }

    private static JsonObject Amounts(ResourceAmounts amounts) => new JsonObject().Put("cpu", amounts.Cpu).Put("memory", amounts.Memory);

    private static JsonObject Security(ProcessSettings process)
    {
        var context = new JsonObject().Put("runAsUser", process.User).Put("runAsGroup", process.Group).Put("privileged", process.Privileged).Put("readOnlyRootFilesystem", process.ReadOnlyRoot)
            .Put("capabilities", new JsonObject().Put("add", JsonParts.Texts(process.AddCapabilities)).Put("drop", JsonParts.Texts(process.DropCapabilities)));
        if (process.NoNewPrivileges)
        {
            context["allowPrivilegeEscalation"] = false;
        }

        return context;
    }

    private static void AddHost(JsonObject spec, ServiceDefinition service)
    {
        var host = service.Host;
        spec.Put("hostname", host.Hostname).Put("hostPID", host.Processes).Put("hostIPC", host.Ipc).Put("hostNetwork", host.Network);
        spec.Put("dnsPolicy", host.Network ? "ClusterFirstWithHostNet" : null);
        spec.Put("hostAliases", JsonParts.Objects(host.ExtraHosts.GroupBy(e => e.Value).Select(g => new JsonObject { ["ip"] = g.Key, ["hostnames"] = JsonParts.Texts(g.Select(e => e.Key)) })));
        spec.Put("dnsConfig", new JsonObject().Put("nameservers", JsonParts.Texts(host.NameServers)).Put("searches", JsonParts.Texts(host.Searches))
            .Put("options", JsonParts.Objects(host.ResolverOptions.Select(o => o.Split(':', 2)).Select(o => new JsonObject { ["name"] = o[0] }.Put("value", o.ElementAtOrDefault(1))))));
        spec.Put("securityContext", new JsonObject()
            .Put("supplementalGroups", new JsonArray([.. service.Process.Groups.Select(g => (JsonNode)JsonValue.Create(g))]))
            .Put("sysctls", JsonParts.Objects(host.Sysctls.Select(s => new JsonObject { ["name"] = s.Key, ["value"] = s.Value }))));
    }

    [GeneratedRegex(@"\$+(?=\()|\${2,}")]
    private static partial Regex Dollars();

    /// <summary>Volumes and their mounts.</summary>
    private static class Mounts
    {
        public static IEnumerable<JsonObject> Of(ServiceDefinition service, List<JsonObject> volumes)
        {
            var names = new Dictionary<(MountKind, string), string>();
            foreach (var mount in service.Mounts)
            {
                // Mounts of one place are one volume; memory and scratch are each mount's own.
                var key = (mount.Kind, mount.Kind is MountKind.Bind or MountKind.Volume ? mount.Source : mount.Target);
                if (!names.TryGetValue(key, out var name))
                {
                    names[key] = name = $"volume-{(names.Count + 1).ToString(CultureInfo.InvariantCulture)}";
                    volumes.Add(Volume(name, mount));
                }

                yield return new JsonObject { ["name"] = name, ["mountPath"] = mount.Target }.Put("readOnly", mount.ReadOnly).Put("subPath", mount.SubPath).Put("mountPropagation", mount.Propagation);
            }
        }

        private static JsonObject Volume(string name, ServiceMount mount)
        {
            var volume = new JsonObject { ["name"] = name };
            switch (mount.Kind)
            {
                case MountKind.Bind:
                    volume["hostPath"] = new JsonObject { ["path"] = mount.Source, ["type"] = mount.HostType };
                    break;
                case MountKind.Volume:
                    volume["hostPath"] = new JsonObject { ["path"] = $"{VolumeFolder}/{mount.Source}", ["type"] = "DirectoryOrCreate" };
                    break;
                case MountKind.Memory:
                    volume["emptyDir"] = new JsonObject { ["medium"] = "Memory" }.Put("sizeLimit", mount.SizeLimit);
                    break;
                default:
                    volume["emptyDir"] = new JsonObject();
                    break;
            }

            return volume;
        }
    }

    /// <summary>Files from ConfigMaps and Secrets, each mounted at its own path.</summary>
    private static class FileMounts
    {
        public static IEnumerable<JsonObject> Of(ServiceDefinition service, List<JsonObject> volumes)
        {
            foreach (var group in service.Files.GroupBy(f => (f.IsSecret, f.ObjectName)))
            {
                var name = $"{(group.Key.IsSecret ? "secret" : "config")}-{volumes.Count + 1}";
                var items = JsonParts.Objects(group.DistinctBy(f => f.Key).Select(f => new JsonObject { ["key"] = f.Key, ["path"] = f.Key }.Put("mode", f.Mode)));
                volumes.Add(new JsonObject
                {
                    ["name"] = name,
                    [group.Key.IsSecret ? "secret" : "configMap"] = new JsonObject { [group.Key.IsSecret ? "secretName" : "name"] = group.Key.ObjectName, ["items"] = items },
                });
                foreach (var file in group)
                {
                    yield return new JsonObject { ["name"] = name, ["mountPath"] = file.Target, ["subPath"] = file.Key, ["readOnly"] = true };
                }
            }
        }
    }
}
