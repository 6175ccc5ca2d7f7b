using Kctl.App;
using Kctl.CommandLine;
using Kctl.Local;

namespace Kctl.Joining;

/// <summary><c>kctl init</c>: the first machine of a cluster, and the line with which others join it.</summary>
internal static class InitVerb
{
    private static readonly TimeSpan s_life = TimeSpan.FromHours(24);

    public static Command Create(Session session)
    {
        var options = new ScriptOptions(session);
        return new Verb(
            "init", "Starts a cluster on this machine, as 'kctl up' does, and prints the line to type on the machines that shall join.",
            "kctl init", "kctl init --nodes 2")
            .With([.. options.ForUp()])
            .Does(async (parse, ct) =>
            {
                if (await ChildProcess.RunAsync(session, new Installation(session.Terminal).Script("up"), options.Arguments(parse)) is var code and not 0)
                {
                    return code;
                }

                var token = await TokenVerb.MakeAsync(session, BootstrapToken.New(), s_life, "made by kctl init", ct);
                await session.Out.WriteLineAsync($"\nTo add a machine, type there within a day, as root, in a clone of the same repository:\n  {JoinLine.Of(session, token)}");
                return 0;
            });
    }
}
