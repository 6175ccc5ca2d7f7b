using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Rollout;
using Kctl.Services;

namespace Kctl.Compose;

/// <summary>Waits until a service is as another one needs it, and says meanwhile what it waits for.</summary>
internal sealed class ServiceWait(Session session, ProjectObjects objects)
{
    private const string EraseLine = "\r\u001b[K";
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private string? _shown;

    /// <summary>Returns when the condition is met; throws <see cref="CommandException"/> when it cannot be any more, unless it is not required.</summary>
    public async Task ForAsync(ComposeService service, DependencyCondition condition, bool required, CancellationToken ct)
    {
        var definition = service.Definition;
        var name = definition.Name;
        if (definition.Replicas == 0)
        {
            return;
        }

        while (true)
        {
            var deployment = definition.Restart == RestartRule.Always ? await session.Api.FindAsync((await session.Names.FindAsync("deployments", ct)).ObjectPath(session.Namespace, name), ct) : null;
            var pods = (await objects.PodsAsync(ct, name)).Where(p => p.Text("metadata", "deletionTimestamp") is null).ToList();
            if (Failed(definition, pods) is { } why)
            {
                await EndAsync();
                if (required)
                {
                    throw new CommandException($"service {service.Name}: {why}; see 'kctl logs {pods[0].Name()}' and 'kctl describe pod {pods[0].Name()}'");
                }

                await session.Error.WriteLineAsync($"Warning: service {service.Name}: {why}; it is not required, so the others start without it");
                return;
            }

            if (IsMet(definition, condition, deployment, pods))
            {
                await EndAsync();
                return;
            }

            await ShowAsync(service, condition, pods);
            await Task.Delay(s_pause, session.Terminal.Time, ct);
        }
    }

    /// <summary>Whether the service is far enough. Pure.</summary>
    internal static bool IsMet(ServiceDefinition service, DependencyCondition condition, JsonObject? deployment, IReadOnlyList<JsonObject> pods)
    {
        if (service.Restart == RestartRule.Always)
        {
            var state = deployment is null ? null : RolloutState.Of(deployment);
            return state is { Observed: true } && (condition == DependencyCondition.Healthy ? state.Done : state.Updated > 0 && pods.Any(HasStarted));
        }

        return pods.Count >= service.Replicas && condition switch
        {
            DependencyCondition.Started => pods.All(HasStarted),
            DependencyCondition.Healthy => pods.All(p => p.Text("status", "phase") == "Succeeded" || p.Objects("status", "conditions").Any(c => c.Text("type") == "Ready" && c.Text("status") == "True")),
            _ => pods.All(p => p.Text("status", "phase") == "Succeeded"),
        };
    }

    /// <summary>Why the service will not get further by itself; null while it may. Pure.</summary>
    internal static string? Failed(ServiceDefinition service, IReadOnlyList<JsonObject> pods)
    {
        foreach (var pod in pods)
        {
            var status = pod.Objects("status", "containerStatuses") is [var first, ..] ? first : null;
            if (service.Restart == RestartRule.Never && pod.Text("status", "phase") == "Failed")
            {
                return $"ended with exit code {status.Number("state", "terminated", "exitCode") ?? 1}";
            }

            if (status.Text("state", "waiting", "reason") is "ImagePullBackOff" or "InvalidImageName" or "ErrImageNeverPull")
            {
                return $"its image cannot be had: {status.Text("state", "waiting", "message") ?? service.Image}";
            }
        }

        return null;
    }

    private static bool HasStarted(JsonObject pod) => pod.Text("status", "phase") is "Running" or "Succeeded";

    private async Task ShowAsync(ComposeService service, DependencyCondition condition, List<JsonObject> pods)
    {
        var ready = pods.Count(p => p.Objects("status", "conditions").Any(c => c.Text("type") == "Ready" && c.Text("status") == "True"));
        var stuck = StuckPod.Tail(pods.Select(StuckPod.Of).FirstOrDefault(p => p is { IsTrouble: true }));
        var line = condition switch
        {
            DependencyCondition.Completed => $"{service.Name}: waiting for it to complete{stuck}",
            DependencyCondition.Healthy => $"{service.Name}: {ready} of {service.Definition.Replicas} ready{stuck}",
            _ => $"{service.Name}: waiting for it to start{stuck}",
        };
        if (line == _shown)
        {
            return;
        }

        await (session.Terminal.IsInteractive ? session.Out.WriteAsync(EraseLine + line) : session.Out.WriteLineAsync(line));
        await session.Out.FlushAsync(CancellationToken.None);
        _shown = line;
    }

    private async Task EndAsync()
    {
        if (_shown is not null && session.Terminal.IsInteractive)
        {
            await session.Out.WriteAsync(EraseLine);
        }

        _shown = null;
    }
}
