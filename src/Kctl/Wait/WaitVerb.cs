using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Manifests;
using Kctl.Printing;

namespace Kctl.Wait;

/// <summary><c>kctl wait</c>.</summary>
internal static class WaitVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("TYPE NAME... | TYPE/NAME...", "what to wait for");
        var condition = Flags.Named("--for", "CONDITION", "condition=TYPE[=STATUS], delete, create, or jsonpath={PATH}[=VALUE]");
        var timeout = Flags.Named("--timeout", "DURATION", "how long to wait, 30s if not given; 0s only looks");
        var (selector, fields, allNamespaces, files, recursive) = (Flags.Selector(), Flags.FieldSelector(), Flags.AllNamespaces(), Flags.Files(), Flags.Recursive());
        var all = Flags.Switch("--all", "every object of the kind, in the namespace");
        return new Verb(
            "wait", "Waits until objects are in a certain state.",
            "kctl wait --for=condition=Ready pod/web-1", "kctl wait --for=condition=Available deployment --all --timeout=60s", "kctl wait --for=delete pod -l app=web",
            "kctl wait --for=jsonpath='{.status.phase}'=Running pod/web-1")
            .With(words, condition, timeout, selector, fields, allNamespaces, all, files, recursive)
            .Does(async (parse, ct) =>
            {
                var goal = WaitGoal.Parse(parse.GetValue(condition) ?? throw new CommandException("must specify --for, as in --for=condition=Ready"));
                var limit = parse.GetValue(timeout) is { } text ? Durations.Parse(text, "--timeout") : TimeSpan.FromSeconds(30);
                var waiting = new WaitCommand(session, goal, limit < TimeSpan.Zero ? TimeSpan.FromDays(7) : limit);
                if (parse.GetValue(files) is { Length: > 0 } named)
                {
                    foreach (var manifest in ManifestReader.Read(session.Terminal, named, parse.GetValue(recursive)))
                    {
                        var type = await manifest.TypeAsync(session, ct);
                        waiting.Add(type, manifest.PlaceIn(session, type), manifest.NameOrError());
                    }
                }
                else
                {
                    foreach (var target in await Target.ParseAsync(parse.GetValue(words) ?? [], session, "wait for", ct))
                    {
                        if (target.Name is null && !parse.GetValue(all) && parse.GetValue(selector) is null && parse.GetValue(fields) is null)
                        {
                            throw new CommandException("resource(s) were provided, but no name was specified; --all takes all of them");
                        }

                        await waiting.AddAsync(target, parse.GetValue(allNamespaces), parse.GetValue(selector), parse.GetValue(fields), ct);
                    }
                }

                return await waiting.RunAsync(ct);
            });
    }
}

/// <summary>Waits for several objects under one time limit.</summary>
internal sealed class WaitCommand(Session session, WaitGoal goal, TimeSpan limit)
{
    private readonly List<Doomed> _objects = [];

    public void Add(ResourceType type, string? ns, string name) => _objects.Add(new Doomed(type, ns, name));

    public async Task AddAsync(Target target, bool allNamespaces, string? labels, string? fields, CancellationToken ct)
    {
        var ns = allNamespaces ? null : target.NamespaceIn(session);
        if (target.Name is not null)
        {
            Add(target.Type, ns, target.Name);
            return;
        }

        foreach (var obj in await target.ReadAsync(session, ns, labels, fields, ct))
        {
            Add(target.Type, obj.Namespace(), obj.Name());
        }
    }

    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (_objects.Count == 0)
        {
            return goal.IsDeletion ? 0 : throw new CommandException("no matching resources found");
        }

        using var timer = new CancellationTokenSource(limit, session.Terminal.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, timer.Token);
        var met = await Task.WhenAll(_objects.Select(o => WaitAsync(o, both.Token, ct)));
        return met.All(m => m) ? 0 : 1;
    }

    private async Task<bool> WaitAsync(Doomed one, CancellationToken limited, CancellationToken ct)
    {
        string problem;
        try
        {
            if (limit == TimeSpan.Zero)
            {
                return await LookAsync(one, ct);
            }

            await foreach (var obj in ObjectFollower.FollowAsync(session, one.Type, one.Namespace, one.Name, limited))
            {
                if (obj is null && goal.NeedsObject)
                {
                    problem = $"Error from server (NotFound): {one.Type.GroupResource} \"{one.Name}\" not found";
                    await session.Error.WriteLineAsync(problem);
                    return false;
                }

                if (goal.IsMet(obj))
                {
                    await SayAsync(one, obj);
                    return true;
                }
            }
        }
        catch (OperationCanceledException) when (limited.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            // Falls through to the message.
        }

        await session.Error.WriteLineAsync($"error: timed out waiting for the condition on {one.Type.Plural}/{one.Name}");
        return false;
    }

    private async Task<bool> LookAsync(Doomed one, CancellationToken ct)
    {
        var obj = await session.Api.FindAsync(one.Type.ObjectPath(one.Namespace, one.Name), ct);
        if (goal.IsMet(obj))
        {
            await SayAsync(one, obj);
            return true;
        }

        await session.Error.WriteLineAsync($"error: timed out waiting for the condition on {one.Type.Plural}/{one.Name}");
        return false;
    }

    private Task SayAsync(Doomed one, JsonObject? obj) => session.Out.WriteLineAsync(
        $"{(obj is null ? $"{one.Type.DisplayName}/{one.Name}" : ObjectPrinter.NameOf(obj))} condition met");
}
