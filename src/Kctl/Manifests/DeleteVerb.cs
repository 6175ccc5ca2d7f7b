using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;
using Kube.Client;

namespace Kctl.Manifests;

/// <summary><c>kctl delete</c>.</summary>
internal static class DeleteVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("TYPE [NAME...] | TYPE/NAME...", "what to delete");
        var (manifests, dryRun, output) = (new ManifestFlags(), Flags.DryRun(), Flags.Named("--output", "name", "print names only", "-o"));
        var (selector, fields, allNamespaces) = (Flags.Selector(), Flags.FieldSelector(), Flags.AllNamespaces());
        var all = Flags.Switch("--all", "every object of the kind, in the namespace");
        var grace = Flags.Number("--grace-period", "seconds a pod may take to end; 0 with --force does not wait for its node");
        var now = Flags.Switch("--now", "a grace period of one second");
        var force = Flags.Switch("--force", "do not wait for a graceful end");
        var wait = Flags.SwitchOn("--wait", "wait until the objects are gone; on unless --wait=false");
        var ignore = Flags.Switch("--ignore-not-found", "a missing object is no error");
        var timeout = Flags.Named("--timeout", "DURATION", "how long to wait; 0s waits as long as it takes");
        var cascade = Flags.WithValueIfAlone("background", Flags.Named("--cascade", "background|foreground|orphan", "what becomes of the objects it owns"));
        var interactive = Flags.Switch("--interactive", "ask before anything is deleted", "-i");
        var raw = Flags.Named("--raw", "PATH", "send the DELETE to this path of the server");
        return new Verb(
            "delete", "Deletes objects by name, label or file, and waits until they are gone.",
            "kctl delete pod web-1", "kctl delete deploy/web svc/web", "kctl delete pods -l app=web", "kctl delete -f examples/two-tier.yaml", "kctl delete pods --all --now")
            .With(words).With(manifests.All).With(selector, fields, all, allNamespaces, grace, now, force, wait, timeout, ignore, cascade, interactive, raw, dryRun, output)
            .Does(async (parse, ct) =>
            {
                if (parse.GetValue(raw) is { } path)
                {
                    await session.Out.WriteLineAsync(JsonText.Pretty(await session.Api.SendAsync(HttpMethod.Delete, path, null, RestApi.Json, ct)));
                    return 0;
                }

                if (parse.GetValue(now) && parse.GetValue(grace) is not null)
                {
                    throw new CommandException("--now and --grace-period cannot be specified together");
                }

                if (parse.GetValue(all) && parse.GetValue(selector) is not null)
                {
                    throw new CommandException("cannot set --all and --selector at the same time");
                }

                var command = new DeleteCommand(session)
                {
                    Grace = parse.GetValue(grace) ?? (parse.GetValue(now) ? 1 : parse.GetValue(force) ? 0 : null),
                    Force = parse.GetValue(force),
                    Wait = parse.GetValue(wait) && !parse.GetValue(force),
                    Timeout = parse.GetValue(timeout) is { } text ? Durations.Parse(text, "--timeout") : TimeSpan.Zero,
                    IgnoreNotFound = parse.GetValue(ignore),
                    Propagation = Propagation(parse.GetValue(cascade)),
                    DryRun = DryRuns.Parse(parse.GetValue(dryRun)),
                    NamesOnly = parse.GetValue(output) == "name",
                };
                var doomed = manifests.AreGiven(parse)
                    ? await DeleteCommand.OfFilesAsync(session, manifests.Read(session, parse, "delete"), ct)
                    : await command.OfWordsAsync(parse.GetValue(words) ?? [], parse.GetValue(selector), parse.GetValue(fields), parse.GetValue(all), parse.GetValue(allNamespaces), ct);
                if (parse.GetValue(interactive) && doomed.Count > 0 && !await IsConfirmedAsync(session, doomed, ct))
                {
                    await session.Out.WriteLineAsync("deletion is cancelled");
                    return 0;
                }

                return await command.RunAsync(doomed, ct);
            });
    }

    private static async Task<bool> IsConfirmedAsync(Session session, IReadOnlyList<Doomed> doomed, CancellationToken ct)
    {
        await session.Out.WriteLineAsync($"You are about to delete the following {doomed.Count} resource(s):");
        foreach (var one in doomed)
        {
            await session.Out.WriteLineAsync($"{one.Type.DisplayName}/{one.Name}");
        }

        await session.Out.WriteAsync("Do you want to continue? (y/N): ");
        await session.Out.FlushAsync(ct);
        using var reader = new StreamReader(session.Terminal.OpenInput());
        return (await reader.ReadLineAsync(ct))?.Trim() is "y" or "Y" or "yes";
    }

    internal static string Propagation(string? cascade) => cascade switch
    {
        null or "" or "background" or "true" => "Background",
        "foreground" => "Foreground",
        "orphan" or "false" => "Orphan",
        _ => throw new CommandException($"invalid cascade value ({cascade}). Must be \"background\", \"foreground\", or \"orphan\"."),
    };
}

/// <summary>One object to delete.</summary>
internal sealed record Doomed(ResourceType Type, string? Namespace, string Name);

/// <summary>Deletes objects one after the other, then waits for all of them.</summary>
internal sealed class DeleteCommand(Session session)
{
    public int? Grace { get; init; }

    public bool Force { get; init; }

    public bool Wait { get; init; }

    public TimeSpan Timeout { get; init; }

    public bool IgnoreNotFound { get; init; }

    public required string Propagation { get; init; }

    public DryRun DryRun { get; init; }

    public bool NamesOnly { get; init; }

    public static async Task<IReadOnlyList<Doomed>> OfFilesAsync(Session session, IReadOnlyList<Manifest> manifests, CancellationToken ct)
    {
        var found = new List<Doomed>();
        foreach (var manifest in manifests)
        {
            var type = await manifest.TypeAsync(session, ct);
            found.Add(new Doomed(type, manifest.PlaceIn(session, type), manifest.NameOrError()));
        }

        return found;
    }

    public async Task<IReadOnlyList<Doomed>> OfWordsAsync(string[] words, string? labels, string? fields, bool all, bool allNamespaces, CancellationToken ct)
    {
        var targets = await Target.ParseAsync(words, session, "delete", ct);
        var found = new List<Doomed>();
        foreach (var target in targets)
        {
            var ns = allNamespaces ? null : target.NamespaceIn(session);
            if (target.Name is not null)
            {
                if (all || labels is not null)
                {
                    throw new CommandException("name cannot be provided when a selector is specified");
                }

                found.Add(new Doomed(target.Type, ns, target.Name));
            }
            else if (all || labels is not null || fields is not null)
            {
                var objects = await target.ReadAsync(session, ns, labels, fields, ct);
                found.AddRange(objects.Select(o => new Doomed(target.Type, o.Namespace(), o.Name())));
            }
            else
            {
                throw new CommandException("resource(s) were provided, but no name was specified; --all deletes all of them, -l those with a label");
            }
        }

        if (found.Count == 0 && !IgnoreNotFound)
        {
            await session.Out.WriteLineAsync("No resources found");
        }

        return found;
    }

    public async Task<int> RunAsync(IReadOnlyList<Doomed> doomed, CancellationToken ct)
    {
        if (Grace == 0 && Force)
        {
            await session.Error.WriteLineAsync("Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.");
        }

        var failed = false;
        var waiting = new List<(Doomed Object, string? Uid)>();
        foreach (var one in doomed)
        {
            try
            {
                waiting.Add((one, await DeleteAsync(one, ct)));
            }
            catch (ApiException e) when (e.IsNotFound && IgnoreNotFound)
            {
                // Gone is what was wanted.
            }
            catch (ApiException e)
            {
                failed = true;
                await session.Error.WriteLineAsync(ErrorText.Of(e.Status));
            }
        }

        await session.Out.FlushAsync(ct);
        if (Wait && DryRun == DryRun.None)
        {
            await WaitForAllAsync(waiting, ct);
        }

        return failed ? 1 : 0;
    }

    private async Task<string?> DeleteAsync(Doomed one, CancellationToken ct)
    {
        string? uid = null;
        if (DryRun != DryRun.Client)
        {
            var body = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "DeleteOptions", ["propagationPolicy"] = Propagation };
            if (Grace is { } seconds)
            {
                body["gracePeriodSeconds"] = seconds;
            }

            uid = Deletion.UidOf(await session.Api.SendAsync(HttpMethod.Delete, QueryText.With(one.Type.ObjectPath(one.Namespace, one.Name), ("dryRun", DryRun.Query())), body, RestApi.Json, ct));
        }

        var verb = Grace == 0 && Force ? "force deleted" : "deleted";
        await session.Out.WriteLineAsync(NamesOnly ? $"{one.Type.DisplayName}/{one.Name}" : $"{one.Type.DisplayName} \"{one.Name}\" {verb}{DryRun.Note()}");
        return uid;
    }

    private async Task WaitForAllAsync(IReadOnlyList<(Doomed Object, string? Uid)> waiting, CancellationToken ct)
    {
        using var timer = new CancellationTokenSource(Timeout > TimeSpan.Zero ? Timeout : System.Threading.Timeout.InfiniteTimeSpan, session.Terminal.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, timer.Token);
        foreach (var ((type, ns, name), uid) in waiting)
        {
            try
            {
                await Deletion.WaitAsync(session, type, ns, name, uid, both.Token);
            }
            catch (OperationCanceledException) when (timer.IsCancellationRequested && !ct.IsCancellationRequested)
            {
                throw new CommandException($"timed out waiting for the condition on {type.Plural}/{name}");
            }
        }
    }
}
