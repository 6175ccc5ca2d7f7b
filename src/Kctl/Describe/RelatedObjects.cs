using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Rollout;

namespace Kctl.Describe;

/// <summary>Reads the objects that belong to a described one.</summary>
internal static class RelatedObjects
{
    public static async Task<IReadOnlyList<JsonObject>> ReadAsync(Session session, JsonObject obj, CancellationToken ct) => $"{obj.Text("apiVersion")}/{obj.Text("kind")}" switch
    {
        "v1/Node" => await ListAsync(session, "pods", null, null, $"spec.nodeName={obj.Name()},status.phase!=Succeeded,status.phase!=Failed", ct),
        "v1/Service" => await ListAsync(session, "endpointslices", obj.Namespace(), $"kubernetes.io/service-name={obj.Name()}", null, ct),
        "apps/v1/Deployment" => [.. (await Revisions.OfAsync(session, obj, ct)).Select(r => r.ReplicaSet)],
        "apps/v1/ReplicaSet" => await ListAsync(session, "pods", obj.Namespace(), Revisions.SelectorText(obj), null, ct),
        _ => [],
    };

    private static async Task<IReadOnlyList<JsonObject>> ListAsync(Session session, string type, string? ns, string? labels, string? fields, CancellationToken ct) =>
        await new Target(await session.Names.FindAsync(type, ct), null).ReadAsync(session, ns, labels, fields, ct);
}
