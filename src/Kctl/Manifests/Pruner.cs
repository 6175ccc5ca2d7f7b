using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kube.Client;

namespace Kctl.Manifests;

/// <summary>Finds and deletes objects that were applied once and are in the files no more.</summary>
internal sealed class Pruner(Session session, DryRun dryRun)
{
    /// <summary>The kinds looked at unless others are named, kubectl's: those people apply.</summary>
    private static readonly (string Group, string Version, string Kind)[] s_usual =
    [
        ("", "v1", "ConfigMap"), ("", "v1", "Endpoints"), ("", "v1", "Namespace"), ("", "v1", "PersistentVolumeClaim"), ("", "v1", "PersistentVolume"), ("", "v1", "Pod"),
        ("", "v1", "ReplicationController"), ("", "v1", "Secret"), ("", "v1", "Service"), ("batch", "v1", "Job"), ("batch", "v1", "CronJob"),
        ("networking.k8s.io", "v1", "Ingress"), ("apps", "v1", "DaemonSet"), ("apps", "v1", "Deployment"), ("apps", "v1", "ReplicaSet"), ("apps", "v1", "StatefulSet"),
    ];

    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);

    public string? Selector { get; init; }

    public IReadOnlyList<(string Group, string Version, string Kind)> Kinds { get; init; } = [];

    /// <summary>Spares an object that was just applied.</summary>
    public void Keep(JsonObject obj)
    {
        if (obj.Text("metadata", "uid") is { } uid)
        {
            _kept.Add(uid);
        }
    }

    /// <summary>What is to go: applied once, fitting the selector, in a namespace of the files, and not kept.</summary>
    public async Task<IReadOnlyList<(ResourceType Type, JsonObject Object)>> FindAsync(IReadOnlyList<Manifest> manifests, CancellationToken ct)
    {
        var namespaces = manifests.Select(m => m.Object.Namespace() ?? "").Where(n => n.Length > 0).Append(session.Namespace).Distinct().ToList();
        var found = new List<(ResourceType, JsonObject)>();
        foreach (var (group, version, kind) in Kinds.Count > 0 ? Kinds : s_usual)
        {
            if (await session.Names.FindKindAsync(group.Length == 0 ? version : $"{group}/{version}", kind, ct) is not { } type)
            {
                continue;
            }

            foreach (var ns in type.Namespaced ? namespaces : [""])
            {
                var all = await new Target(type, null).ReadAsync(session, type.Namespaced ? ns : null, Selector, null, ct);
                found.AddRange(all.Where(IsToGo).Select(o => (type, o)));
            }
        }

        return found;
    }

    /// <summary>Deletes them and says so.</summary>
    public async Task PruneAsync(IReadOnlyList<Manifest> manifests, Report report, CancellationToken ct)
    {
        foreach (var (type, obj) in await FindAsync(manifests, ct))
        {
            try
            {
                if (dryRun != DryRun.Client)
                {
                    await session.Api.SendAsync(HttpMethod.Delete, QueryText.With(type.ObjectPath(obj.Namespace(), obj.Name()), ("dryRun", dryRun.Query())), null, RestApi.Json, ct);
                }

                report.Done(obj, "pruned");
            }
            catch (ApiException e) when (e.IsNotFound)
            {
                // Gone is what was wanted.
            }
        }
    }

    private bool IsToGo(JsonObject obj) =>
        obj.Text("metadata", "annotations", LastApplied.Annotation) is not null
        && !_kept.Contains(obj.Text("metadata", "uid") ?? "")
        && obj.Text("metadata", "deletionTimestamp") is null;
}
