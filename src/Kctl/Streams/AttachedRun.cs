using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Logs;
using Kctl.Manifests;
using Kube.Client;

namespace Kctl.Streams;

/// <summary>A pod that was made to be sat at: waited for, joined, and where that is wanted deleted at the end.</summary>
internal sealed class AttachedRun(Session session)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_patienceForTheEnd = TimeSpan.FromSeconds(5);

    public bool Stdin { get; init; }

    public bool Tty { get; init; }

    /// <summary>Whether the pod is deleted at the end, however that comes.</summary>
    public bool Remove { get; init; }

    public bool Quiet { get; init; }

    /// <summary>What is wrong with the flags, if anything is; in kubectl's words.</summary>
    public static string? Problem(bool attach, bool stdin, bool tty, bool remove) =>
        tty && !stdin ? "-i/--stdin is required for containers with -t/--tty=true"
        : remove && !attach && !stdin ? "--rm should only be used for attached containers"
        : null;

    /// <summary>Stays with the pod of that name to its end; the result is its exit code.</summary>
    public async Task<int> RunAsync(string name, CancellationToken ct)
    {
        var pods = await session.Names.FindAsync("pods", ct);
        var path = pods.ObjectPath(session.Namespace, name);
        try
        {
            var pod = await FollowAsync(pods, name, p => HasStarted(p) || HasEnded(p), s_patience, ct) ?? throw new CommandException("timed out waiting for the condition");
            var code = HasEnded(pod) ? await PrintLogAsync(pod, ct) : await AttachAsync(pods, pod, ct);
            var ended = pod.Text("spec", "restartPolicy") == "Always" ? null : await FollowAsync(pods, name, HasEnded, s_patience, ct);
            return code != 0 ? code : ended is null ? 0 : Ended(ended);
        }
        finally
        {
            if (Remove)
            {
                await RemoveAsync(path, name);
            }
        }
    }

    /// <summary>Joins the container; one that has ended before anybody could join it has left its log.</summary>
    private async Task<int> AttachAsync(ResourceType pods, JsonObject pod, CancellationToken ct)
    {
        try
        {
            return await new Attachment(session) { Stdin = Stdin, Tty = Tty, Quiet = Quiet }.RunAsync(pod, null, ct);
        }
        catch (Exception e) when (e is ApiException or CommandException)
        {
            var ended = await FollowAsync(pods, pod.Name(), HasEnded, s_patienceForTheEnd, ct);
            if (ended is null)
            {
                throw;
            }

            await session.Error.WriteLineAsync($"warning: couldn't attach to pod/{pod.Name()}, falling back to streaming logs: {e.Message}");
            return await PrintLogAsync(ended, ct);
        }
    }

    private async Task<int> PrintLogAsync(JsonObject pod, CancellationToken ct)
    {
        var logs = new LogsCommand(session) { Query = (path, container) => QueryText.With(path, ("container", container)) };
        await logs.RunAsync([pod], null, ct);
        return 0;
    }

    private int Ended(JsonObject pod)
    {
        var terminated = pod.Objects("status", "containerStatuses").Select(s => s.At("state", "terminated")).FirstOrDefault(t => t.Number("exitCode") is not (null or 0));
        if (terminated is null)
        {
            return pod.Text("status", "phase") == "Failed" ? throw new CommandException($"pod {pod.Namespace()}/{pod.Name()} failed: {pod.Text("status", "message") ?? pod.Text("status", "reason")}") : 0;
        }

        session.Error.WriteLine($"pod {pod.Namespace()}/{pod.Name()} terminated ({terminated.Text("reason")})");
        return (int)terminated.Number("exitCode")!;
    }

    /// <summary>Also when the user interrupts: so the token is not theirs.</summary>
    private async Task RemoveAsync(string path, string name)
    {
        await session.Api.SendAsync(HttpMethod.Delete, path, null, RestApi.Json, CancellationToken.None);
        if (!Quiet)
        {
            await session.Out.WriteLineAsync($"pod \"{name}\" deleted from {session.Namespace} namespace");
        }
    }

    /// <summary>The pod once it is as wanted; null where that takes too long.</summary>
    private async Task<JsonObject?> FollowAsync(ResourceType pods, string name, Func<JsonObject, bool> wanted, TimeSpan patience, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(patience, session.Terminal.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try
        {
            await foreach (var pod in ObjectFollower.FollowAsync(session, pods, session.Namespace, name, either.Token))
            {
                if (pod is not null && wanted(pod))
                {
                    return pod;
                }
            }
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            // It took too long.
        }

        return null;
    }

    private static bool HasStarted(JsonObject pod) => pod.Objects("status", "containerStatuses").Any(s => s.At("state", "running") is not null);

    private static bool HasEnded(JsonObject pod) => pod.Text("status", "phase") is "Succeeded" or "Failed";
}
