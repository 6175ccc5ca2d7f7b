using Kctl.CommandLine;
using System.Globalization;
using Kctl.App;

namespace Kctl.Services;

/// <summary>The flags that say how a service's containers run; those of create and most of update.</summary>
internal sealed class RuntimeFlags
{
    private readonly Option<string[]> _constraint = Flags.Many("--constraint", "RULE", "node.labels.KEY==VALUE, node.hostname!=NAME, node.role==worker");
    private readonly Option<string[]> _spread = Flags.Many("--placement-pref", "spread=LABEL", "spread pods over the values of a node label: spread=node.labels.zone");
    private readonly Option<string?> _limitCpu = Flags.Named("--limit-cpu", "CPUS", "the most CPU a pod may use: 0.5");
    private readonly Option<string?> _limitMemory = Flags.Named("--limit-memory", "BYTES", "the most memory a pod may use: 256m");
    private readonly Option<string?> _reserveCpu = Flags.Named("--reserve-cpu", "CPUS", "the CPU a pod is promised");
    private readonly Option<string?> _reserveMemory = Flags.Named("--reserve-memory", "BYTES", "the memory a pod is promised");
    private readonly Option<int?> _parallelism = Flags.Number("--update-parallelism", "how many pods are replaced at a time; 0 for all at once");
    private readonly Option<string?> _delay = Flags.Named("--update-delay", "DURATION", "how long a new pod must have been well before the next is replaced");
    private readonly Option<string?> _order = Flags.Named("--update-order", "ORDER", "stop-first or start-first");
    private readonly Option<string?> _user = Flags.Named("--user", "UID[:GID]", "the user, by number", "-u");
    private readonly Option<string?> _workdir = Flags.Named("--workdir", "PATH", "the working directory", "-w");
    private readonly Option<string?> _hostname = Flags.Named("--hostname", "NAME", "the pods' host name");
    private readonly Option<string[]> _hosts = Flags.Many("--host", "NAME:IP", "a line of the pods' hosts file");
    private readonly Option<string[]> _dns = Flags.Many("--dns", "IP", "one more name server");
    private readonly Option<string[]> _dnsSearch = Flags.Many("--dns-search", "DOMAIN", "one more domain to look in");
    private readonly Option<string[]> _capAdd = Flags.Many("--cap-add", "NAME", "a capability more");
    private readonly Option<string[]> _capDrop = Flags.Many("--cap-drop", "NAME", "a capability less");
    private readonly Option<bool> _readOnly = Flags.Switch("--read-only", "the containers' own file system cannot be written");
    private readonly Option<bool> _tty = Flags.Switch("--tty", "give the process a terminal", "-t");
    private readonly Option<string?> _grace = Flags.Named("--stop-grace-period", "DURATION", "how long a container may take to end");
    private readonly HealthFlags _health = new();

    public IEnumerable<Option> All =>
    [
        _constraint, _spread, _limitCpu, _limitMemory, _reserveCpu, _reserveMemory, _parallelism, _delay, _order, _user, _workdir, _hostname, _hosts, _dns, _dnsSearch, _capAdd, _capDrop,
        _readOnly, _tty, _grace, .. _health.All,
    ];

    /// <summary>Writes what was given into the service.</summary>
    public void AddTo(ServiceDefinition service, ParseResult parse)
    {
        foreach (var text in parse.GetValue(_constraint) ?? [])
        {
            service.Placement = service.Placement.With(text) ?? throw new CommandException($"--constraint \"{text}\" is not a rule such as node.labels.zone==east or node.hostname!=node-2");
        }

        foreach (var text in parse.GetValue(_spread) ?? [])
        {
            service.Placement = (text.StartsWith("spread=", StringComparison.Ordinal) ? service.Placement.WithSpread(text["spread=".Length..]) : null)
                ?? throw new CommandException($"--placement-pref \"{text}\" is not spread=node.labels.KEY");
        }

        service.Limits = new ResourceAmounts(Cpus(parse.GetValue(_limitCpu), "--limit-cpu"), Memory(parse.GetValue(_limitMemory), "--limit-memory"));
        service.Reservations = new ResourceAmounts(Cpus(parse.GetValue(_reserveCpu), "--reserve-cpu"), Memory(parse.GetValue(_reserveMemory), "--reserve-memory"));
        service.Update = Update(parse);
        service.Health = _health.Read(parse);
        service.Host = new HostSettings
        {
            Hostname = parse.GetValue(_hostname),
            ExtraHosts = [.. (parse.GetValue(_hosts) ?? []).Select(h => h.Split(':', 2) is [{ Length: > 0 } name, { Length: > 0 } ip] ? KeyValuePair.Create(name, ip) : throw new CommandException($"--host \"{h}\" is not NAME:IP"))],
            NameServers = parse.GetValue(_dns) ?? [],
            Searches = parse.GetValue(_dnsSearch) ?? [],
        };
        var (user, group) = User(parse.GetValue(_user));
        service.Process = new ProcessSettings
        {
            User = user,
            Group = group,
            WorkingDirectory = parse.GetValue(_workdir),
            Tty = parse.GetValue(_tty),
            ReadOnlyRoot = parse.GetValue(_readOnly),
            AddCapabilities = parse.GetValue(_capAdd) ?? [],
            DropCapabilities = parse.GetValue(_capDrop) ?? [],
            StopGracePeriod = HealthFlags.Time(parse.GetValue(_grace), "--stop-grace-period"),
        };
    }

    /// <summary>The update rule, null where nothing was said about it.</summary>
    private UpdateRule? Update(ParseResult parse)
    {
        var (parallelism, delay, order) = (parse.GetValue(_parallelism), HealthFlags.Time(parse.GetValue(_delay), "--update-delay"), parse.GetValue(_order));
        return parallelism is null && delay is null && order is null ? null : new UpdateRule
        {
            Parallelism = parallelism ?? 1,
            Delay = delay ?? TimeSpan.Zero,
            StartFirst = order switch { null or "stop-first" => false, "start-first" => true, _ => throw new CommandException($"--update-order is stop-first or start-first, not \"{order}\"") },
        };
    }

    private static string? Cpus(string? text, string flag) => text is null ? null : DockerUnits.Cpus(text) ?? throw new CommandException($"{flag}: \"{text}\" is not a number of CPUs such as 0.5");

    private static string? Memory(string? text, string flag) => text is null ? null : DockerUnits.Memory(text) ?? throw new CommandException($"{flag}: \"{text}\" is not an amount such as 256m");

    private static (long? User, long? Group) User(string? text)
    {
        if (text is null)
        {
            return (null, null);
        }

        var parts = text.Split(':');
        var numbers = parts.Select(p => long.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : (long?)null).ToList();
        return numbers.Count <= 2 && numbers.TrueForAll(n => n is not null)
            ? (numbers[0], numbers.ElementAtOrDefault(1))
            : throw new CommandException($"--user \"{text}\": the cluster knows users by number only, as in 1000 or 1000:1000; names are known inside the image");
    }
}

/// <summary>The flags of a health check.</summary>
internal sealed class HealthFlags
{
    private readonly Option<string?> _command = Flags.Named("--health-cmd", "COMMAND", "a command of the container's shell that succeeds while all is well");
    private readonly Option<string?> _interval = Flags.Named("--health-interval", "DURATION", "how often it is run, 30s if not given");
    private readonly Option<string?> _timeout = Flags.Named("--health-timeout", "DURATION", "how long it may take, 30s if not given");
    private readonly Option<int?> _retries = Flags.Number("--health-retries", "how many failures in a row count, 3 if not given");
    private readonly Option<string?> _startPeriod = Flags.Named("--health-start-period", "DURATION", "how long failures do not count after the start");
    private readonly Option<string?> _startInterval = Flags.Named("--health-start-interval", "DURATION", "how often it is run until the first success");
    private readonly Option<bool> _none = Flags.Switch("--no-healthcheck", "no health check");

    public IEnumerable<Option> All => [_command, _interval, _timeout, _retries, _startPeriod, _startInterval, _none];

    public HealthCheck? Read(ParseResult parse) => parse.GetValue(_command) is not { Length: > 0 } command || parse.GetValue(_none) ? null : new HealthCheck(["/bin/sh", "-c", command])
    {
        Interval = Time(parse.GetValue(_interval), "--health-interval") ?? TimeSpan.FromSeconds(30),
        Timeout = Time(parse.GetValue(_timeout), "--health-timeout") ?? TimeSpan.FromSeconds(30),
        Retries = parse.GetValue(_retries) ?? 3,
        StartPeriod = Time(parse.GetValue(_startPeriod), "--health-start-period") ?? TimeSpan.Zero,
        StartInterval = Time(parse.GetValue(_startInterval), "--health-start-interval"),
    };

    /// <summary>A flag's duration.</summary>
    public static TimeSpan? Time(string? text, string flag) => text is null ? null : DockerUnits.Duration(text) ?? throw new CommandException($"{flag}: \"{text}\" is not a duration such as 10s or 1m30s");
}
