using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Manifests;

namespace Kctl.Compose;

/// <summary>The objects of a project in the cluster, found by its label.</summary>
internal sealed class ProjectObjects(Session session, string project)
{
    /// <summary>The kinds a project is made of, in the order in which they are taken away.</summary>
    private static readonly string[] s_kinds = ["deployments", "pods", "services", "networkpolicies", "configmaps", "secrets"];

    public string Selector => $"{ComposeProject.ProjectLabel}={project}";

    /// <summary>The project's objects but for pods that belong to Deployments.</summary>
    public async Task<IReadOnlyList<(ResourceType Type, JsonObject Object)>> AllAsync(CancellationToken ct)
    {
        var found = new List<(ResourceType, JsonObject)>();
        foreach (var kind in s_kinds)
        {
            var type = await session.Names.FindAsync(kind, ct);
            var objects = await new Target(type, null).ReadAsync(session, session.Namespace, Selector, null, ct);
            found.AddRange(objects.Where(o => o.Objects("metadata", "ownerReferences").Count == 0).Select(o => (type, o)));
        }

        return found;
    }

    /// <summary>The pods, by name.</summary>
    public async Task<IReadOnlyList<JsonObject>> PodsAsync(CancellationToken ct, string? service = null)
    {
        var type = await session.Names.FindAsync("pods", ct);
        var selector = service is null ? Selector : $"{Selector},{ComposeProject.ServiceLabel}={service}";
        return [.. (await new Target(type, null).ReadAsync(session, session.Namespace, selector, null, ct)).OrderBy(p => p.Name(), StringComparer.Ordinal)];
    }

    /// <summary>An object of the cluster under the name and kind of another; null where there is none.</summary>
    public async Task<JsonObject?> CurrentAsync(JsonObject obj, CancellationToken ct)
    {
        var type = await new Manifest(obj, "", 1, 1).TypeAsync(session, ct);
        return await session.Api.FindAsync(type.ObjectPath(session.Namespace, obj.Name()), ct);
    }

    /// <summary>Deletes objects and says so; returns when they are gone.</summary>
    public async Task DeleteAsync(IReadOnlyList<(ResourceType Type, JsonObject Object)> objects, DryRun dryRun, CancellationToken ct, int? grace = null)
    {
        var doomed = objects.Select(o => new Doomed(o.Type, session.Namespace, o.Object.Name())).ToList();
        var delete = new DeleteCommand(session) { Propagation = "Foreground", Wait = true, IgnoreNotFound = true, DryRun = dryRun, Grace = grace };
        if (doomed.Count > 0)
        {
            await delete.RunAsync(doomed, ct);
        }
    }
}
