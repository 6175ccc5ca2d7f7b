using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Edit;
using Kctl.Manifests;

namespace Kctl.Rollout;

/// <summary><c>kctl rolling-update</c>: changes an image, or goes back, and stays until it is done.</summary>
internal static class RollingUpdateVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("NAME | deployment/NAME", "the deployment");
        var image = Flags.Named("--image", "IMAGE", "the new image; CONTAINER=IMAGE where there are several containers");
        var rollback = Flags.Switch("--rollback", "go back to the revision before");
        var timeout = Flags.Named("--timeout", "DURATION", "stop waiting after this long; the roll-out goes on");
        return new Verb(
            "rolling-update", "Replaces a deployment's pods step by step with those of another image, and shows the progress. Ctrl-C leaves the roll-out running.",
            "kctl rolling-update web --image=kube.local/echo:2", "kctl rolling-update web --image=front=kube.local/echo:2", "kctl rolling-update web --rollback")
            .With(words, image, rollback, timeout)
            .Does(async (parse, ct) =>
            {
                var target = await Target.SingleAsync(parse.GetValue(words) ?? [], session, "update", ct, defaultType: "deployments");
                if (parse.GetValue(rollback) == parse.GetValue(image) is not null)
                {
                    throw new CommandException("give either --image=IMAGE or --rollback");
                }

                ct.ThrowIfCancellationRequested();

                // Once begun, the change itself is not broken off: an interrupt only ends the watching.
                var update = new RollingUpdate(session, target.Type, target.NamespaceIn(session), target.Name!);
                await (parse.GetValue(rollback) ? update.RollBackAsync(CancellationToken.None) : update.SetImageAsync(parse.GetValue(image)!, CancellationToken.None));
                return await update.FollowAsync(parse.GetValue(timeout) is { } text ? Durations.Parse(text, "--timeout") : TimeSpan.Zero, ct);
            });
    }
}

/// <summary>One rolling update of one deployment.</summary>
internal sealed class RollingUpdate(Session session, ResourceType type, string? ns, string name)
{
    private const string EraseLine = "\r\u001b[K";
    private string? _shown;

    public async Task SetImageAsync(string image, CancellationToken ct)
    {
        var deployment = await ReadAsync(ct);
        if (ContainerImages.ParseSingle(image, deployment).PatchFor(deployment) is not { } patch)
        {
            await session.Out.WriteLineAsync($"{type.DisplayName}/{name} runs {image} already");
            return;
        }

        await session.Api.SendAsync(HttpMethod.Patch, QueryText.With(type.ObjectPath(ns, name), ("fieldManager", "kubectl-set")), patch, ApplyPlan.Strategic, ct);
        await session.Out.WriteLineAsync($"{type.DisplayName}/{name} image updated to {image}");
    }

    public async Task RollBackAsync(CancellationToken ct)
    {
        var deployment = await ReadAsync(ct);
        var revision = Revisions.Choose(await Revisions.OfAsync(session, deployment, ct), 0);
        await session.Api.SendAsync(HttpMethod.Patch, QueryText.With(type.ObjectPath(ns, name), ("fieldManager", "kubectl-rollout")), Revisions.UndoPatch(deployment, revision), "application/json-patch+json", ct);
        var images = string.Join(", ", revision.Template().Objects("spec", "containers").Select(c => c.Text("image")));
        await session.Out.WriteLineAsync($"{type.DisplayName}/{name} rolled back to revision {revision.Number} ({images})");
    }

    /// <summary>Shows the progress to the end; the exit code.</summary>
    public async Task<int> FollowAsync(TimeSpan limit, CancellationToken ct)
    {
        var live = session.Terminal.IsInteractive;
        try
        {
            await session.Out.FlushAsync(ct);
            await new RolloutWait(session, type).RunAsync(ns, name, limit, state => ShowAsync(state, live), ct);
            await EndLineAsync(live);
            await session.Out.WriteLineAsync($"deployment \"{name}\" successfully rolled out");
            return 0;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await EndLineAsync(live);
            await session.Out.WriteLineAsync($"The roll-out of \"{name}\" goes on; watch it with: kctl rollout status deployment/{name}");
            return Application.Interrupted;
        }
        catch (CommandException)
        {
            await EndLineAsync(live);
            throw;
        }
    }

    private async Task<JsonObject> ReadAsync(CancellationToken ct)
    {
        if (type.Kind != "Deployment")
        {
            throw new CommandException($"rolling-update works on deployments, not on {type.Plural}");
        }

        var deployment = await session.Api.GetAsync(type.ObjectPath(ns, name), ct);
        return deployment.Flag("spec", "paused") ? throw new CommandException($"deployment \"{name}\" is paused; resume it first with 'kctl rollout resume deployment/{name}'") : deployment;
    }

    private Task ShowAsync(RolloutState state, bool live)
    {
        var line = state.ProgressLine();
        if (line == _shown)
        {
            return Task.CompletedTask;
        }

        _shown = line;
        return live ? session.Out.WriteAsync(EraseLine + line) : session.Out.WriteLineAsync(line);
    }

    private Task EndLineAsync(bool live) => live ? session.Out.WriteLineAsync() : Task.CompletedTask;
}
