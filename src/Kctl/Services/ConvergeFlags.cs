using Kctl.App;
using Kctl.CommandLine;
using Kctl.Rollout;

namespace Kctl.Services;

/// <summary><c>--detach</c> and <c>--quiet</c>, and the progress shown without them.</summary>
internal sealed class ConvergeFlags
{
    private const string EraseLine = "\r\u001b[K";

    private readonly Option<bool> _detach = Flags.Switch("--detach", "do not wait until the service is as asked for", "-d");
    private readonly Option<bool> _quiet = Flags.Switch("--quiet", "show no progress", "-q");
    private readonly Option<string?> _timeout = Flags.Named("--timeout", "DURATION", "stop waiting after this long; the work goes on");

    public IEnumerable<Option> All => [_detach, _quiet, _timeout];

    /// <summary>Waits until a service has converged; the exit code. Ctrl-C ends the waiting only.</summary>
    public async Task<int> FollowAsync(Session session, ParseResult parse, string name, bool isDeployment, CancellationToken ct)
    {
        if (parse.GetValue(_detach) || !isDeployment)
        {
            return 0;
        }

        var limit = parse.GetValue(_timeout) is { } text ? Durations.Parse(text, "--timeout") : TimeSpan.Zero;
        return await FollowAsync(session, name, limit, parse.GetValue(_quiet), ct);
    }

    private static async Task<int> FollowAsync(Session session, string name, TimeSpan limit, bool quiet, CancellationToken ct)
    {
        var live = session.Terminal.IsInteractive && !quiet;
        string? shown = null;
        async Task ShowAsync(RolloutState state)
        {
            // New pods that are available: all new ones but for as many as there are pods that are not.
            var done = Math.Clamp(state.Updated - (state.Total - state.Available), 0, state.Wanted);
            var line = $"overall progress: {done} out of {state.Wanted} tasks";
            if (line != shown && state.Observed && !quiet)
            {
                shown = line;
                await (live ? session.Out.WriteAsync(EraseLine + line) : session.Out.WriteLineAsync(line));
            }
        }

        try
        {
            await new RolloutWait(session, await session.Names.FindAsync("deployments", ct)).RunAsync(session.Namespace, name, limit, ShowAsync, ct);
            await session.Out.WriteAsync(live ? "\n" : "");
            await session.Out.WriteLineAsync($"verify: Service {name} converged");
            return 0;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await session.Out.WriteAsync(live ? "\n" : "");
            await session.Out.WriteLineAsync($"Operation continuing in background. Use `kctl service ps {name}` to check progress.");
            return Application.Interrupted;
        }
        catch (CommandException)
        {
            await session.Out.WriteAsync(live ? "\n" : "");
            throw;
        }
    }
}
