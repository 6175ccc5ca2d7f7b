using System.Globalization;
using Kctl.App;
using Kctl.Services;

namespace Kctl.Compose;

/// <summary>Reads one service of a compose file, key by key.</summary>
internal sealed class ServiceReader
{
    /// <summary>What each key does; the keys of <see cref="Unsupported"/> do nothing, every other is unknown.</summary>
    private static readonly Dictionary<string, Action<ServiceReader, Field>> s_keys = new(StringComparer.Ordinal)
    {
        ["image"] = (r, f) => r._d.Image = f.Text(),
        ["build"] = (r, f) => r.Build(f),
        ["command"] = (r, f) => r._d.Command = f.IsNull ? null : f.Words(),
        ["entrypoint"] = (r, f) => r._d.Entrypoint = f.IsNull ? null : f.Words(),
        ["environment"] = (r, f) => r.Environment(f),
        ["env_file"] = (_, _) => { },
        ["ports"] = (r, f) => PortKeys.Ports(r._d, f),
        ["expose"] = (r, f) => PortKeys.Expose(r._d, f),
        ["volumes"] = (r, f) => VolumeKeys.Volumes(r._d, r._shared, f),
        ["tmpfs"] = (r, f) => VolumeKeys.Memory(r._d, f),
        ["shm_size"] = (r, f) => r._d.Mounts.Add(new ServiceMount(MountKind.Memory, "", "/dev/shm") { SizeLimit = f.Memory() }),
        ["depends_on"] = (r, f) => r.DependsOn(f),
        ["healthcheck"] = (r, f) => r._d.Health = HealthKeys.Read(f),
        ["restart"] = (r, f) => r.Restart(f),
        ["deploy"] = (r, f) => DeployKeys.Read(r._service, f),
        ["scale"] = (r, f) => r._d.Replicas = f.Number() ?? 1,
        ["networks"] = (r, f) => NetworkKeys.Networks(r._d, r._shared, f),
        ["network_mode"] = (r, f) => NetworkKeys.Mode(r._d, f),
        ["links"] = (r, f) => r.Links(f),
        ["container_name"] = (r, f) => r.Alias(f, f.Text()),
        ["configs"] = (r, f) => FileKeys.Read(r._d, r._shared, f, isSecret: false),
        ["secrets"] = (r, f) => FileKeys.Read(r._d, r._shared, f, isSecret: true),
        ["labels"] = (r, f) => r.Annotate(r._d.PodAnnotations, f),
        ["annotations"] = (r, f) => r.Annotate(r._d.PodAnnotations, f),
        ["profiles"] = (r, f) => r._service.Profiles = f.Texts(),
        ["pull_policy"] = (r, f) => r.PullPolicy(f),
        ["hostname"] = (r, f) => r._d.Host = r._d.Host with { Hostname = KubeNames.Label(f.Text()) },
        ["user"] = (r, f) => r.User(f),
        ["group_add"] = (r, f) => r._d.Process = r._d.Process with { Groups = [.. f.Items().Select(r.Id).OfType<long>()] },
        ["working_dir"] = (r, f) => r._d.Process = r._d.Process with { WorkingDirectory = f.Text() },
        ["stop_grace_period"] = (r, f) => r._d.Process = r._d.Process with { StopGracePeriod = f.Duration() },
        ["tty"] = (r, f) => r._d.Process = r._d.Process with { Tty = f.Flag() },
        ["stdin_open"] = (r, f) => r._d.Process = r._d.Process with { OpenStdin = f.Flag() },
        ["privileged"] = (r, f) => r._d.Process = r._d.Process with { Privileged = f.Flag() },
        ["read_only"] = (r, f) => r._d.Process = r._d.Process with { ReadOnlyRoot = f.Flag() },
        ["cap_add"] = (r, f) => r._d.Process = r._d.Process with { AddCapabilities = Capabilities(f) },
        ["cap_drop"] = (r, f) => r._d.Process = r._d.Process with { DropCapabilities = Capabilities(f) },
        ["security_opt"] = (r, f) => r.SecurityOptions(f),
        ["sysctls"] = (r, f) => r._d.Host = r._d.Host with { Sysctls = f.Pairs().DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Value ?? "") },
        ["extra_hosts"] = (r, f) => r.ExtraHosts(f),
        ["dns"] = (r, f) => r._d.Host = r._d.Host with { NameServers = f.Texts() },
        ["dns_search"] = (r, f) => r._d.Host = r._d.Host with { Searches = f.Texts() },
        ["dns_opt"] = (r, f) => r._d.Host = r._d.Host with { ResolverOptions = f.Texts() },
        ["pid"] = (r, f) => r._d.Host = r._d.Host with { Processes = OfHost(f) },
        ["ipc"] = (r, f) => r._d.Host = r._d.Host with { Ipc = OfHost(f) },
        ["cpus"] = (r, f) => r._d.Limits = r._d.Limits with { Cpu = f.Cpus() },
        ["mem_limit"] = (r, f) => r._d.Limits = r._d.Limits with { Memory = f.Memory() },
        ["mem_reservation"] = (r, f) => r._d.Reservations = r._d.Reservations with { Memory = f.Memory() },
    };

    private readonly SharedParts _shared;
    private readonly Field _at;
    private readonly ComposeService _service;
    private readonly ServiceDefinition _d;

    public ServiceReader(SharedParts shared, string project, string name, Field at)
    {
        (_shared, _at) = (shared, at);
        _d = new ServiceDefinition
        {
            Name = KubeNames.Label(name),
            Project = new() { [ComposeProject.ProjectLabel] = project },
            Selector = new() { [ComposeProject.ProjectLabel] = project, [ComposeProject.ServiceLabel] = KubeNames.Label(name) },
        };
        _service = new ComposeService { Name = name, At = at, Definition = _d };
        if (_d.Name != name)
        {
            at.Leave($"is called \"{_d.Name}\" in the cluster, where names have small letters, digits and dashes: other services must use that name");
        }
    }

    private string ProjectName => _d.Project[ComposeProject.ProjectLabel];

    public ComposeService Read()
    {
        // The files come first: what the service says itself wins.
        foreach (var (_, files) in _at.Map().Where(e => e.Key == "env_file"))
        {
            EnvironmentFiles(files);
        }

        foreach (var (key, field) in _at.Entries())
        {
            if (s_keys.TryGetValue(key, out var read))
            {
                if (!field.IsNull)
                {
                    read(this, field);
                }
            }
            else if (Unsupported.Reason(key) is { } reason)
            {
                field.Leave(reason);
            }
            else if (!key.StartsWith("x-", StringComparison.Ordinal))
            {
                field.Error($"unknown key{Suggestion.Tail(key, s_keys.Keys.Concat(Unsupported.Keys))}");
            }
        }

        Finish();
        return _service;
    }

    private void Finish()
    {
        if (_d.Image.Length == 0 && _at["image"] is null && _at["build"] is null)
        {
            _at.Error("says neither image nor build");
        }

        if (_shared.HasNetworks && _at["networks"] is null && !_d.Host.Network)
        {
            _d.Networks.Add(_shared.Network("default", _at)!);
        }
    }

    /// <summary>An image the project builds is named as docker compose names it.</summary>
    private void Build(Field field)
    {
        var image = _at["image"]?.Text() is { Length: > 0 } named ? named : $"{ProjectName}-{_service.Name}".ToLowerInvariant();
        _d.Image = image;
        var context = field.IsMap ? field["context"]?.Text() ?? "." : field.Text();
        field.Leave($"images are not built here; build it with 'docker build -t {image} {context}', or 'docker compose build'");
    }

    private void Environment(Field field)
    {
        foreach (var (key, value, at) in field.Pairs())
        {
            Set(key, value, at);
        }
    }

    private void Set(string key, string? value, Field at)
    {
        if (key.Length == 0 || key.Contains('='))
        {
            at.Error($"\"{key}\" is not a variable's name");
        }
        else if ((value ?? _shared.Variable(key)) is { } known)
        {
            _d.Environment[key] = known;
        }
    }

    private void EnvironmentFiles(Field field)
    {
        foreach (var item in field.IsMap ? [field] : field.Items())
        {
            var path = _shared.FullPath(item, item.IsMap ? item["path"]?.Text() ?? "" : item.Text());
            if (!File.Exists(path))
            {
                if (item["required"]?.Flag() ?? true)
                {
                    item.Error($"the file {path} does not exist");
                }

                continue;
            }

            try
            {
                foreach (var (key, value) in EnvironmentFile.Read(File.ReadAllText(path), _shared.Variable, _shared.Findings))
                {
                    Set(key, value, item);
                }
            }
            catch (FormatException e)
            {
                item.Error($"{path}: {e.Message}");
            }
        }
    }

    private void DependsOn(Field field)
    {
        if (!field.IsMap)
        {
            _service.DependsOn.AddRange(field.Items().Select(i => new Dependency(i.Text(), DependencyCondition.Started, true, i)));
            return;
        }

        foreach (var (name, value) in field.Entries())
        {
            value.KnowsOnly("condition", "required", "restart");
            if (value["restart"]?.Flag() == true)
            {
                value["restart"]!.Leave($"a restart of {name} does not restart this service");
            }

            DependencyCondition? condition = value["condition"]?.Text() switch
            {
                null or "service_started" => DependencyCondition.Started,
                "service_healthy" => DependencyCondition.Healthy,
                "service_completed_successfully" => DependencyCondition.Completed,
                _ => null,
            };
            if (condition is null)
            {
                value["condition"]!.Error("must be service_started, service_healthy or service_completed_successfully");
            }

            _service.DependsOn.Add(new Dependency(name, condition ?? DependencyCondition.Started, value["required"]?.Flag() ?? true, value));
        }
    }

    private void Restart(Field field)
    {
        var text = field.Text();
        var limit = text.IndexOf(':');
        if (limit > 0 && text.StartsWith("on-failure", StringComparison.Ordinal))
        {
            field.Leave("the number of restarts is not limited; the time between them grows instead");
        }

        _service.RestartIsGiven = true;
        switch (limit < 0 ? text : text[..limit])
        {
            case "always" or "unless-stopped":
                _d.Restart = RestartRule.Always;
                break;
            case "no" or "false":
                _d.Restart = RestartRule.Never;
                break;
            case "on-failure":
                _d.Restart = RestartRule.OnFailure;
                break;
            default:
                field.Error($"must be \"no\", always, on-failure or unless-stopped, not \"{text}\"");
                break;
        }
    }

    /// <summary>A link is a dependency, and may give the other service one more name.</summary>
    private void Links(Field field)
    {
        foreach (var item in field.Items())
        {
            var parts = item.Text().Split(':', 2);
            if (_service.DependsOn.All(d => d.Service != parts[0]))
            {
                _service.DependsOn.Add(new Dependency(parts[0], DependencyCondition.Started, true, item));
            }

            if (parts.Length == 2 && parts[1] != parts[0])
            {
                item.Leave($"\"{parts[0]}\" has no second name for this service alone; give it the alias \"{parts[1]}\" on a network");
            }
        }
    }

    private void Alias(Field field, string alias)
    {
        if (alias == KubeNames.Label(alias))
        {
            _d.Aliases.Add(alias);
        }
        else
        {
            field.Leave($"\"{alias}\" cannot be a name in the cluster, where names have small letters, digits and dashes");
        }
    }

    /// <summary>Compose's labels hold any text, which labels in the cluster may not: they become annotations.</summary>
    private void Annotate(Dictionary<string, string> annotations, Field field)
    {
        foreach (var (key, value, _) in field.Pairs())
        {
            annotations[key] = value ?? "";
        }
    }

    private void PullPolicy(Field field)
    {
        _d.PullPolicy = field.Text() switch { "always" => "Always", "never" => "Never", _ => "IfNotPresent" };
        if (field.Text() is not ("always" or "never" or "missing" or "if_not_present" or "build"))
        {
            field.Leave("an image is asked for where it is missing");
        }
    }

    private void User(Field field)
    {
        var ids = field.Text().Split(':');
        if (ids.Length > 2 || !ids.All(i => i.All(char.IsAsciiDigit) && i.Length is > 0 and < 10))
        {
            field.Leave($"the cluster knows users by number only, as in \"1000:1000\"; the image's own user is kept");
            return;
        }

        _d.Process = _d.Process with { User = Number(ids[0]), Group = ids.Length == 2 ? Number(ids[1]) : null };
    }

    private long? Id(Field field)
    {
        if (field.Text().All(char.IsAsciiDigit) && field.Text().Length is > 0 and < 10)
        {
            return Number(field.Text());
        }

        field.Leave("the cluster knows groups by number only");
        return null;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Capabilities(Field field) => [.. field.Texts().Select(c => c.StartsWith("CAP_", StringComparison.OrdinalIgnoreCase) ? c[4..] : c).Select(c => c.ToUpperInvariant())];

    private void SecurityOptions(Field field)
    {
        foreach (var item in field.Items())
        {
            if (item.Text() is "no-new-privileges" or "no-new-privileges:true" or "no-new-privileges=true")
            {
                _d.Process = _d.Process with { NoNewPrivileges = true };
            }
            else
            {
                item.Leave("security profiles of the engine have no counterpart here");
            }
        }
    }

    private void ExtraHosts(Field field)
    {
        var hosts = new List<KeyValuePair<string, string>>();
        foreach (var item in field.IsMap ? field.Entries().Select(e => (e.Value, e.Key, e.Value.Text())) : field.Items().Select(i => (i, i.Text().Split('=', ':')[0], i.Text()[(i.Text().IndexOfAny(['=', ':']) + 1)..])))
        {
            var (at, name, address) = item;
            if (System.Net.IPAddress.TryParse(address.Trim('[', ']'), out var ip))
            {
                hosts.Add(KeyValuePair.Create(name, ip.ToString()));
            }
            else
            {
                at.Leave(address == "host-gateway" ? "the machine has no fixed address for pods" : $"\"{address}\" is not an address");
            }
        }

        _d.Host = _d.Host with { ExtraHosts = hosts };
    }

    private static bool OfHost(Field field)
    {
        if (field.Text() != "host")
        {
            field.Leave("only \"host\" has a counterpart");
        }

        return field.Text() == "host";
    }
}
