using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Manifests;
using Kube.Client;

namespace Kctl.Describe;

/// <summary><c>kctl describe</c>.</summary>
internal static class DescribeVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("TYPE [NAME...] | TYPE/NAME...", "what to describe; a beginning of a name will do");
        var (selector, allNamespaces, files, recursive) = (Flags.Selector(), Flags.AllNamespaces(), Flags.Files(), Flags.Recursive());
        var events = Flags.SwitchOn("--show-events", "the object's events; on unless --show-events=false");
        return new Verb(
            "describe", "Shows objects in words, with what happened to them.",
            "kctl describe pod web-6d4b75cb6d-abcde", "kctl describe node node-1", "kctl describe deployment web", "kctl describe pods -l app=web")
            .With(words, selector, allNamespaces, files, recursive, events)
            .Does(async (parse, ct) =>
            {
                var command = new DescribeCommand(session, withEvents: parse.GetValue(events));
                if (parse.GetValue(files) is { Length: > 0 } named)
                {
                    foreach (var manifest in ManifestReader.Read(session.Terminal, named, parse.GetValue(recursive)))
                    {
                        var type = await manifest.TypeAsync(session, ct);
                        await command.DescribeAsync(new Target(type, manifest.NameOrError()), manifest.PlaceIn(session, type), null, ct);
                    }

                    return;
                }

                foreach (var target in await Target.ParseAsync(parse.GetValue(words) ?? [], session, "describe", ct))
                {
                    await command.DescribeAsync(target, parse.GetValue(allNamespaces) ? null : target.NamespaceIn(session), parse.GetValue(selector), ct);
                }

                if (command.Count == 0)
                {
                    await session.Error.WriteLineAsync(parse.GetValue(allNamespaces) ? "No resources found" : $"No resources found in {session.Namespace} namespace.");
                }
            });
    }
}

/// <summary>Describes one object after the other.</summary>
internal sealed class DescribeCommand(Session session, bool withEvents)
{
    private static readonly Dictionary<string, Action<DescribeContext>> s_special = new(StringComparer.Ordinal)
    {
        ["v1/Pod"] = PodText.Write,
        ["v1/Node"] = NodeText.Write,
        ["v1/Service"] = ServiceText.Write,
        ["apps/v1/Deployment"] = WorkloadText.WriteDeployment,
        ["apps/v1/ReplicaSet"] = WorkloadText.WriteReplicaSet,
    };

    /// <summary>How many have been described.</summary>
    public int Count { get; private set; }

    public async Task DescribeAsync(Target target, string? ns, string? labels, CancellationToken ct)
    {
        foreach (var obj in await FindAsync(target, ns, labels, ct))
        {
            if (Count++ > 0)
            {
                await session.Out.WriteLineAsync("\n");
            }

            var related = await RelatedObjects.ReadAsync(session, obj, ct);
            var context = new DescribeContext(obj, related, new DescribeWriter(session.Out), session.Terminal.Time.GetUtcNow());
            s_special.GetValueOrDefault($"{obj.Text("apiVersion")}/{obj.Text("kind")}", GenericText.Write)(context);
            if (withEvents)
            {
                EventText.Write(context, await EventText.ReadAsync(session, obj, ct));
            }

            context.Writer.Flush();
        }
    }

    /// <summary>The named object, or those whose names begin so.</summary>
    private async Task<IReadOnlyList<JsonObject>> FindAsync(Target target, string? ns, string? labels, CancellationToken ct)
    {
        try
        {
            return await target.ReadAsync(session, ns, labels, null, ct);
        }
        catch (ApiException e) when (e.IsNotFound && target.Name is not null)
        {
            var all = await new Target(target.Type, null).ReadAsync(session, ns, null, null, ct);
            var found = all.Where(o => o.Name().StartsWith(target.Name, StringComparison.Ordinal)).ToList();
            if (found.Count > 0)
            {
                return found;
            }

            throw;
        }
    }
}
