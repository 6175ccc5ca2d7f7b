using Kctl.CommandLine;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Create;
using Kctl.Printing;
using Kube.Client;

namespace Kctl.Services;

/// <summary><c>kctl service create</c>.</summary>
internal static class ServiceCreateVerb
{
    public static Verb Create(Session session)
    {
        var words = Flags.Words("IMAGE [COMMAND...]", "the image to run, and its command; with --image the service's name and its command");
        var flags = new ServiceFlags();
        var wait = new ConvergeFlags();
        var dryRun = Flags.DryRun();
        var output = Flags.Named("--output", "FORMAT", "with --dry-run: yaml (if not given) or json", "-o");
        return new Verb(
            "create", "Creates a service. With -p every node answers on that port, whichever nodes run the pods. What follows -- is the container's command with its flags.",
            "kctl service create --replicas=3 -p 8080:8080 --network frontend --name web kube.local/echo:1",
            "kctl service create --name web --image kube.local/echo:1 --replicas=3 -p published=8080,target=8080",
            "kctl service create --name pinger kube.local/echo:1 -- sh -c 'while date; do sleep 1; done'",
            "kctl service create --name web -p 8080:8080 kube.local/echo:1 --dry-run")
            .With([words, .. flags.All, .. wait.All, dryRun, output])
            .Does(async (parse, ct) =>
            {
                var service = flags.Read(parse, parse.GetValue(words) ?? [], session.Terminal.Environment);
                if (Manifests.DryRuns.Parse(parse.GetValue(dryRun)) != Manifests.DryRun.None)
                {
                    service.Files = [.. service.Files.Select(f => f.Key.Length > 0 ? f : f with { Key = f.ObjectName })];
                    Print(session, ServiceObjects.Of(service), parse.GetValue(output));
                    return 0;
                }

                service.Files = await ServiceFiles.WithKeysAsync(session, service.Files, ct);
                await CreateAsync(session, service, ct);
                if (service.Networks.Count > 0)
                {
                    await session.Error.WriteLineAsync($"Note: {NetworkPolicies.NotEnforced}");
                }

                return await wait.FollowAsync(session, parse, service.Name, service.Restart == RestartRule.Always, ct);
            });
    }

    /// <summary>Prints objects as documents of their own.</summary>
    public static void Print(Session session, IReadOnlyList<JsonObject> objects, string? output)
    {
        var printer = new ObjectPrinter(session.Out, OutputFormat.Parse(output ?? "yaml"));
        foreach (var obj in objects)
        {
            printer.Print([obj], asList: false);
        }
    }

    private static async Task CreateAsync(Session session, ServiceDefinition service, CancellationToken ct)
    {
        await PublishedElsewhere.RefuseAsync(session, service.Name, service.Ports.Where(p => !p.OnHost), ct);
        var objects = ServiceObjects.Of(service);
        if (await new ServiceStore(session).FindAsync(objects[^1].Text("kind") == "Pod" ? "pods" : "deployments", service.Name, ct) is not null)
        {
            throw new CommandException($"a service \"{service.Name}\" is there already; change it with 'kctl service update {service.Name}', or choose another --name");
        }

        await CreateAllAsync(new ServiceStore(session), objects, ct);
        await session.Out.WriteLineAsync(service.Name);
        await session.Out.FlushAsync(ct);
    }

    /// <summary>All of them or, where the server refuses one, none.</summary>
    private static async Task CreateAllAsync(ServiceStore store, IReadOnlyList<JsonObject> objects, CancellationToken ct)
    {
        var made = new Stack<JsonObject>();
        try
        {
            foreach (var obj in objects)
            {
                if (await store.CreateAsync(obj, ct))
                {
                    made.Push(obj);
                }
            }
        }
        catch (Exception e) when (e is ApiException or CommandException)
        {
            foreach (var obj in made)
            {
                await store.DeleteAsync(obj.Text("kind")!.ToLowerInvariant(), obj.Name(), ct);
            }

            throw;
        }
    }
}

/// <summary>The flags that describe a service.</summary>
internal sealed class ServiceFlags
{
    private readonly Option<string?> _name = Flags.Named("--name", "NAME", "the service's name; that of the image if not given");
    private readonly Option<string?> _image = Flags.Named("--image", "IMAGE", "the image, where the first word is to be the service's name");
    private readonly Option<int?> _replicas = Flags.Number("--replicas", "how many pods, 1 if not given");
    private readonly Option<string?> _mode = Flags.Named("--mode", "MODE", "replicated; global services need DaemonSets, which do not run yet");
    private readonly Option<string[]> _publish = Flags.Many("--publish", "PORT", "8080:80, 53:53/udp, or published=8080,target=80,protocol=tcp,mode=host", "-p");
    private readonly Option<string[]> _network = Flags.Many("--network", "NAME", "let in only pods of this network (and what is published)");
    private readonly Option<string[]> _label = Flags.Many("--label", "KEY=VALUE", "a label of the service", "-l");
    private readonly Option<string[]> _containerLabel = Flags.Many("--container-label", "KEY=VALUE", "a label of its pods");
    private readonly Option<string[]> _mount = Flags.Many("--mount", "MOUNT", "type=volume|bind|tmpfs,source=NAME,target=/PATH,readonly");
    private readonly Option<string[]> _config = Flags.Many("--config", "NAME", "a ConfigMap as a file: NAME or source=NAME,key=KEY,target=/PATH,mode=0440");
    private readonly Option<string[]> _secret = Flags.Many("--secret", "NAME", "a Secret as a file below /run/secrets: NAME or source=NAME,key=KEY,target=PATH");
    private readonly Option<string?> _restart = Flags.Named("--restart-condition", "CONDITION", "any (the default), on-failure or none; the last two make pods that may end instead of a deployment");
    private readonly Option<string?> _entrypoint = Flags.Named("--entrypoint", "COMMAND", "in place of the image's entry point");
    private readonly EnvironmentFlags _environment = new();
    private readonly RuntimeFlags _runtime = new();

    public IEnumerable<Option> All =>
    [
        _name, _image, _replicas, _mode, _publish, _network, _label, _containerLabel, _mount, _config, _secret, _restart, _entrypoint, .. _environment.All, .. _runtime.All,
    ];

    /// <summary>The service they describe.</summary>
    public ServiceDefinition Read(ParseResult parse, string[] words, Func<string, string?> environment)
    {
        if (parse.GetValue(_mode) is { Length: > 0 } mode and not "replicated")
        {
            throw new CommandException(mode == "global"
                ? "--mode global needs DaemonSets, which nothing runs in this cluster yet; give --replicas as many as there are nodes"
                : $"--mode \"{mode}\" is not known here; services are replicated");
        }

        var service = Named(parse, words);
        service.Selector = new() { ["app"] = service.Name };
        service.Replicas = parse.GetValue(_replicas) is not { } count ? 1 : count >= 0 ? count : throw new CommandException($"--replicas must be 0 or more, not {count}");
        service.Restart = Restart(parse.GetValue(_restart));
        service.Ports = [.. (parse.GetValue(_publish) ?? []).SelectMany(p => PublishFlag(p))];
        service.Networks = [.. (parse.GetValue(_network) ?? []).Select(Network)];
        service.Labels = EnvironmentFlags.Pairs(parse.GetValue(_label), "--label");
        service.PodLabels = EnvironmentFlags.Pairs(parse.GetValue(_containerLabel), "--container-label");
        service.Mounts = [.. (parse.GetValue(_mount) ?? []).Select(MountSyntax.Mount)];
        service.Files = [.. (parse.GetValue(_config) ?? []).Select(c => MountSyntax.File(c, isSecret: false)), .. (parse.GetValue(_secret) ?? []).Select(s => MountSyntax.File(s, isSecret: true))];
        service.Entrypoint = parse.GetValue(_entrypoint) is { Length: > 0 } entry ? ShellWords.Split(entry) ?? throw new CommandException($"--entrypoint: a quote in {entry} is not closed") : null;
        service.Environment = _environment.Read(parse, environment);
        _runtime.AddTo(service, parse);
        return service;
    }

    /// <summary>A port of <c>--publish</c>; one address of a node cannot be chosen.</summary>
    public static IReadOnlyList<PublishedPort> PublishFlag(string text)
    {
        var ports = PortSyntax.Parse(text, out var address);
        return address is null ? ports : throw new CommandException($"--publish \"{text}\": a service is published on every address of every node; leave {address} out");
    }

    /// <summary>A network's name, which becomes part of a label.</summary>
    public static string Network(string name) => name is "host" or "none" or "ingress"
        ? throw new CommandException($"--network {name}: pods have a network of their own; to publish a port only on the nodes that run a pod use --publish published=8080,target=80,mode=host")
        : name == KubeNames.Label(name) ? name : throw new CommandException($"--network \"{name}\": a network's name has small letters, digits and dashes, as in \"{KubeNames.Label(name)}\"");

    private ServiceDefinition Named(ParseResult parse, string[] words)
    {
        var image = parse.GetValue(_image);
        var (reference, command) = image is { Length: > 0 } ? (image, words.Skip(parse.GetValue(_name) is null ? 1 : 0)) : (words.FirstOrDefault() ?? "", words.Skip(1));
        if (reference.Length == 0)
        {
            throw new CommandException("name the image to run, as in 'kctl service create --name web -p 8080:8080 kube.local/echo:1'");
        }

        var name = parse.GetValue(_name) ?? (image is { Length: > 0 } ? words.FirstOrDefault() : null) ?? ImageNames.ContainerName(reference);
        if (name != KubeNames.Label(name))
        {
            throw new CommandException($"the name \"{name}\" cannot be resolved by name servers: use small letters, digits and dashes, as in \"{KubeNames.Label(name)}\"");
        }

        var rest = command.ToList();
        return new ServiceDefinition { Name = name, Image = reference, Command = rest.Count > 0 ? rest : null };
    }

    private static RestartRule Restart(string? condition) => condition switch
    {
        null or "" or "any" => RestartRule.Always,
        "on-failure" => RestartRule.OnFailure,
        "none" => RestartRule.Never,
        _ => throw new CommandException($"--restart-condition is any, on-failure or none, not \"{condition}\""),
    };
}
