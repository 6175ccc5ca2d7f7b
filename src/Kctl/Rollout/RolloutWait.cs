using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kube.Client;

namespace Kctl.Rollout;

/// <summary>Follows a roll-out to its end, reporting each change, and on standard error what a pod waits for that will not come by waiting.</summary>
internal sealed class RolloutWait(Session session, ResourceType type)
{
    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromSeconds(5);

    private JsonObject? _current;

    /// <summary>Returns when it is done; throws <see cref="CommandException"/> when it is stuck, gone, or takes longer than allowed.</summary>
    public async Task RunAsync(string? ns, string name, TimeSpan limit, Func<RolloutState, Task> changed, CancellationToken ct)
    {
        using var timer = new CancellationTokenSource(limit > TimeSpan.Zero ? limit : Timeout.InfiniteTimeSpan, session.Terminal.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, timer.Token);
        RolloutState? last = null;
        var trouble = TellTroubleAsync(both.Token);
        try
        {
            await foreach (var deployment in ObjectFollower.FollowAsync(session, type, ns, name, both.Token))
            {
                _current = deployment ?? throw new CommandException($"{type.GroupResource} \"{name}\" has been deleted");
                var state = RolloutState.Of(deployment);
                if (state != last)
                {
                    await changed(state);
                    await session.Out.FlushAsync(both.Token);
                    last = state;
                }

                if (state.Stuck && state.Observed)
                {
                    throw new CommandException($"deployment \"{name}\" exceeded its progress deadline{StuckPod.Tail(await StuckPod.FindAsync(session, deployment, both.Token))}");
                }

                if (state.Done)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new CommandException("timed out waiting for the condition");
        }
        finally
        {
            await both.CancelAsync();
            await trouble;
        }
    }

    /// <summary>Says once of each reason why a pod is not ready that is an error; ends with its token.</summary>
    private async Task TellTroubleAsync(CancellationToken ct)
    {
        var told = new HashSet<string>();
        using var timer = new PeriodicTimer(s_betweenLooks, session.Terminal.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                if (_current is { } workload && await StuckPod.FindAsync(session, workload, ct) is { IsTrouble: true } pod && told.Add(pod.Reason))
                {
                    await session.Error.WriteLineAsync($"{pod}; see 'kctl why {type.Singular}/{workload.Name()}'");
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or CommandException or ApiException or IOException or HttpRequestException or TimeoutException)
        {
            // It is only said in passing: whoever follows the roll-out hears of a server that does not answer.
        }
    }
}
