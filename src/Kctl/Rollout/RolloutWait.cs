using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Rollout;

/// <summary>Follows a roll-out to its end, reporting each change.</summary>
internal sealed class RolloutWait(Session session, ResourceType type)
{
    /// <summary>Returns when it is done; throws <see cref="CommandException"/> when it is stuck, gone, or takes longer than allowed.</summary>
    public async Task RunAsync(string? ns, string name, TimeSpan limit, Func<RolloutState, Task> changed, CancellationToken ct)
    {
        using var timer = new CancellationTokenSource(limit > TimeSpan.Zero ? limit : Timeout.InfiniteTimeSpan, session.Terminal.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, timer.Token);
        RolloutState? last = null;
        try
        {
            await foreach (var deployment in ObjectFollower.FollowAsync(session, type, ns, name, both.Token))
            {
                var state = RolloutState.Of(deployment ?? throw new CommandException($"{type.GroupResource} \"{name}\" has been deleted"));
                if (state != last)
                {
                    await changed(state);
                    await session.Out.FlushAsync(both.Token);
                    last = state;
                }

                if (state.Stuck && state.Observed)
                {
                    throw new CommandException($"deployment \"{name}\" exceeded its progress deadline{await StuckPods.WhyAsync(session, deployment, both.Token)}");
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
    }
}

/// <summary>Finds out what the newest pod of a stuck roll-out waits for.</summary>
internal static class StuckPods
{
    /// <summary>A tail for the error line: <c>; pod "web-x" waits: ErrImagePull (...)</c>; empty when nothing is known.</summary>
    public static async Task<string> WhyAsync(Session session, JsonObject deployment, CancellationToken ct)
    {
        var pods = await session.Names.FindAsync("pods", ct);
        var list = await session.Api.ListAsync(QueryText.With(pods.CollectionPath(deployment.Namespace()), ("labelSelector", Revisions.SelectorText(deployment))), ct);
        var newest = list.Objects("items").OrderByDescending(p => p.Time("metadata", "creationTimestamp")).ToList();
        return newest.Select(Why).FirstOrDefault(w => w is not null) ?? "";
    }

    /// <summary>Why a pod is not ready; null when it is, or nothing is said. Pure.</summary>
    internal static string? Why(JsonObject pod)
    {
        foreach (var status in pod.Objects("status", "initContainerStatuses").Concat(pod.Objects("status", "containerStatuses")))
        {
            var state = status.At("state", "waiting") ?? status.At("state", "terminated");
            if (!status.Flag("ready") && state.Text("reason") is { } reason && reason != "Completed")
            {
                var message = state.Text("message") is { Length: > 0 } text ? $" ({text})" : "";
                return $"; pod \"{pod.Name()}\", container \"{status.Text("name")}\": {reason}{message}";
            }
        }

        var unmet = pod.Objects("status", "conditions").FirstOrDefault(c => c.Text("type") == "PodScheduled" && c.Text("status") == "False");
        return unmet is null ? null : $"; pod \"{pod.Name()}\": {unmet.Text("reason")} ({unmet.Text("message")})";
    }
}
