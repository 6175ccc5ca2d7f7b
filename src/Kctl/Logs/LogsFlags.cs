using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Logs;

/// <summary>The flags of <c>kctl logs</c>.</summary>
internal sealed class LogsFlags
{
    /// <summary>How many streams are followed at a time unless more are asked for.</summary>
    public const int DefaultMostStreams = 5;

    /// <summary>How many lines of each log are shown where a selector chooses the pods and no number is given.</summary>
    public const int LinesOfMany = 10;

    public Option<bool> Follow { get; } = Flags.Switch("--follow", "go on with what is written from now on", "-f");

    public Option<bool> Previous { get; } = Flags.Switch("--previous", "of the container's run before this one", "-p");

    public Option<string?> Container { get; } = Flags.Named("--container", "NAME", "the container, where the pod has several", "-c");

    public Option<bool> AllContainers { get; } = Flags.Switch("--all-containers", "of every container of the pod");

    public Option<bool> AllPods { get; } = Flags.Switch("--all-pods", "of every pod of the deployment, with prefixes");

    public Option<int?> Tail { get; } = new("--tail") { Description = "only the last lines; -1 for all; all if not given, 10 with a selector", HelpName = "N" };

    public Option<string?> Since { get; } = Flags.Named("--since", "DURATION", "only what was written within this time: 10s, 5m");

    public Option<string?> SinceTime { get; } = Flags.Named("--since-time", "TIME", "only what was written after this time (RFC 3339)");

    public Option<bool> Timestamps { get; } = Flags.Switch("--timestamps", "the time before each line");

    public Option<int?> Limit { get; } = Flags.Number("--limit-bytes", "no more than this many bytes of each log");

    public Option<bool> Prefix { get; } = Flags.Switch("--prefix", "pod and container before each line");

    public Option<bool> IgnoreErrors { get; } = Flags.Switch("--ignore-errors", "say what is wrong with one log and go on with the others");

    public Option<int?> MostStreams { get; } = Flags.Number("--max-log-requests", "how many logs may be followed at a time with a selector; 5 if not given");

    public Option<bool> AnyCertificate { get; } = Flags.Switch("--insecure-skip-tls-verify-backend", "accept any certificate of the kubelet");

    public Option<string?> Selector { get; } = Flags.Selector();

    public IEnumerable<Symbol> All =>
    [
        Follow, Previous, Container, AllContainers, AllPods, Tail, Since, SinceTime, Timestamps, Limit, Prefix, IgnoreErrors, MostStreams, AnyCertificate, Selector,
    ];
}
