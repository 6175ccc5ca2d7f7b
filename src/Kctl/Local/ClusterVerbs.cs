using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Local;

/// <summary><c>kctl up</c> and <c>down</c>: the project's own scripts, found from wherever kctl is called.</summary>
internal static class ClusterVerbs
{
    public static Command CreateUp(Session session)
    {
        var options = new ScriptOptions(session);
        return new Verb(
            "up", "Starts a cluster on this machine, or what of it does not run. Harmless to run again.",
            "kctl up", "kctl up --nodes 2", "kctl up --simulate 1000", "kctl up --simulate 100 --data /tmp/play --context play")
            .With([.. options.ForUp()])
            .Does((parse, _) => ChildProcess.RunAsync(session, new Installation(session.Terminal).Script("up"), options.Arguments(parse)));
    }

    public static Command CreateDown(Session session)
    {
        var data = Data();
        var purge = Flags.Switch("--purge", "delete its data and its context too");
        return new Verb(
            "down", "Stops the cluster on this machine and removes its containers. Its data stays for the next 'kctl up'.",
            "kctl down", "kctl down --purge", "kctl down --purge --data /tmp/play")
            .With(data, purge)
            .Does((parse, _) => ChildProcess.RunAsync(session, new Installation(session.Terminal).Script("down"),
            [
                .. parse.GetValue(data) is { } folder ? new[] { "--data", folder } : [],
                .. parse.GetValue(purge) ? new[] { "--purge" } : [],
            ]));
    }

    /// <summary><c>--data</c>.</summary>
    public static Option<string?> Data() => Flags.Named("--data", "DIR", "where the cluster's data, certificates and logs live; $KUBE_DATA or /var/lib/kube-local if not given");
}
