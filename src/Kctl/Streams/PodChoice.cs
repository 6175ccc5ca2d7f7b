using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Rollout;

namespace Kctl.Streams;

/// <summary>Which pods are meant by <c>POD</c> or <c>TYPE/NAME</c>: the pod itself, or those a workload or Service selects.</summary>
internal sealed class PodChoice(Session session)
{
    /// <summary>The object the word names.</summary>
    public async Task<JsonObject> ObjectAsync(string word, string doing, CancellationToken ct)
    {
        var target = await Target.SingleAsync([word], session, doing, ct, defaultType: "pods");
        var obj = await session.Api.GetAsync(target.Type.ObjectPath(target.NamespaceIn(session), target.Name!), ct);
        obj["kind"] ??= target.Type.Kind;
        return obj;
    }

    /// <summary>The one pod to work with: of several the one that is most alive.</summary>
    public async Task<JsonObject> PodAsync(string word, string doing, CancellationToken ct) => await PodOfAsync(await ObjectAsync(word, doing, ct), ct);

    /// <summary>The one pod of an object; fails where it has none.</summary>
    public async Task<JsonObject> PodOfAsync(JsonObject obj, CancellationToken ct)
    {
        if (IsPod(obj))
        {
            return obj;
        }

        var pods = await PodsOfAsync(obj, ct);
        return pods.Count > 0 ? pods[0] : throw new CommandException($"{Title(obj)} has no pods; 'kctl get pods' lists those there are");
    }

    /// <summary>All pods of an object, the most alive first.</summary>
    public async Task<IReadOnlyList<JsonObject>> PodsOfAsync(JsonObject obj, CancellationToken ct)
    {
        if (IsPod(obj))
        {
            return [obj];
        }

        var kind = obj.Text("kind");
        var selector = kind is "Service" or "ReplicationController"
            ? string.Join(",", obj.Map("spec", "selector").Select(l => $"{l.Key}={l.Value}"))
            : Revisions.SelectorText(obj);
        if (selector.Length == 0)
        {
            throw new CommandException(kind == "Service"
                ? $"invalid service '{obj.Name()}': Service is defined without a selector"
                : $"cannot get the pods of {Title(obj)}: it has no pods of its own");
        }

        return Sorted(await SelectedAsync(selector, obj.Namespace(), ct));
    }

    /// <summary>The pods with these labels.</summary>
    public async Task<IReadOnlyList<JsonObject>> SelectedAsync(string labels, string? ns, CancellationToken ct)
    {
        var pods = await session.Names.FindAsync("pods", ct);
        return await new Target(pods, null).ReadAsync(session, ns ?? session.Namespace, labels, null, ct);
    }

    /// <summary>Those that stay before those that go, running before others, ready before others, the longest ready first. Pure.</summary>
    public static IReadOnlyList<JsonObject> Sorted(IEnumerable<JsonObject> pods) =>
    [
        .. pods.OrderBy(p => p.Text("metadata", "deletionTimestamp") is null ? 0 : 1)
            .ThenBy(p => p.Text("status", "phase") switch { "Running" => 0, "Pending" => 1, _ => 2 })
            .ThenBy(p => IsReady(p) ? 0 : 1)
            .ThenBy(p => p.Time("metadata", "creationTimestamp")),
    ];

    public static bool IsPod(JsonObject obj) => obj.Text("kind") == "Pod";

    /// <summary>True once the pod says that it is ready.</summary>
    public static bool IsReady(JsonObject pod) => pod.Objects("status", "conditions").Any(c => c.Text("type") == "Ready" && c.Text("status") == "True");

    /// <summary><c>deployment/web</c>.</summary>
    public static string Title(JsonObject obj) => $"{obj.Text("kind")?.ToLowerInvariant()}/{obj.Name()}";

    /// <summary>The path of a pod's subresource.</summary>
    public static string PathOf(JsonObject pod, string subresource) =>
        $"/api/v1/namespaces/{Uri.EscapeDataString(pod.Namespace() ?? "")}/pods/{Uri.EscapeDataString(pod.Name())}/{subresource}";
}
