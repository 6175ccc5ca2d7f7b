using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;

namespace Kctl.Local;

/// <summary><c>kctl status</c>: whether the cluster on this machine runs, and each of its processes.</summary>
internal static class StatusVerb
{
    private const long Mebibyte = 1024 * 1024;

    public static Command Create(Session session)
    {
        var data = ClusterVerbs.Data();
        return new Verb(
            "status", "Shows whether the cluster on this machine runs, and how each of its processes does. Ends with 1 if something does not run.",
            "kctl status", "kctl status --data /tmp/play")
            .With(data)
            .Does((parse, ct) => RunAsync(session, LocalCluster.Find(parse.GetValue(data), session.Terminal), ct));
    }

    private static async Task<int> RunAsync(Session session, LocalCluster cluster, CancellationToken ct)
    {
        var up = $"kctl up{cluster.Arguments(session.Terminal)}";
        var processes = cluster.Processes();
        if (!processes.Any(p => p.Runs))
        {
            throw new CommandException($"the cluster in {cluster.Data} is stopped; start it again: {up}");
        }

        var health = await ClusterHealth.AskAsync(session, cluster, processes, ct);
        new TextTable(session.Out).Write(
        [
            ["address", cluster.Address], ["context", cluster.Context], ["data", cluster.Data],
            ["nodes", $"{health.ReadyNodes} of {health.Nodes.Count} Ready{(cluster.IsSimulated ? " (simulated)" : "")}"],
        ]);
        await session.Out.WriteLineAsync();
        new TextTable(session.Out, colours: session.Terminal.HasColours).Write([["PROCESS", "PID", "MEMORY", "UPTIME", "HEALTH"], .. processes.Select(p => Row(p, health))]);
        var missing = processes.Where(p => !p.Runs).Select(p => p.Name).ToList();
        if (missing.Count > 0)
        {
            await session.Error.WriteLineAsync($"error: {string.Join(", ", missing)} {(missing.Count == 1 ? "does" : "do")} not run; start what is missing: {up} (logs are in {Path.Combine(cluster.Data, "logs")})");
        }
        else if (!health.IsGood)
        {
            await session.Error.WriteLineAsync($"error: not everything is well; see 'kctl doctor' and the logs in {Path.Combine(cluster.Data, "logs")}");
        }

        return missing.Count == 0 && health.IsGood ? 0 : 1;
    }

    /// <summary>A process's row. Pure.</summary>
    public static IReadOnlyList<string> Row(LocalProcess process, ClusterHealth health) => process.Process is { } number
        ? [process.Name, $"{number}", $"{process.Memory / Mebibyte}Mi", Durations.Age(process.Uptime), health.Of(process.Name)]
        : [process.Name, "-", "-", "-", "not running"];
}
