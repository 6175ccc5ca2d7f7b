using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Core.V1;

namespace Kube.Kubelet.Pods;

/// <summary>The smallest strategic merge patch that turns one status into another; null when they are the same. Pure.</summary>
internal static class PodStatusChange
{
    public static JsonObject? Patch(string uid, PodStatus? before, PodStatus after)
    {
        var old = before is null ? [] : ToJson(before);
        var change = ToJson(after);
        foreach (var (name, value) in old)
        {
            if (!change.TryGetPropertyValue(name, out var now))
            {
                change[name] = null;
            }
            else if (JsonNode.DeepEquals(value, now))
            {
                change.Remove(name);
            }
        }

        // Merge-keyed lists that lost an element must say so; pod addresses are the only ones that can.
        if (change.TryGetPropertyValue("podIPs", out var ips) && ips is JsonArray now2 && old["podIPs"] is JsonArray)
        {
            now2.Insert(0, (JsonNode)new JsonObject { ["$patch"] = "replace" });
        }

        return change.Count == 0 ? null : new JsonObject { ["metadata"] = new JsonObject { ["uid"] = uid }, ["status"] = change };
    }

    private static JsonObject ToJson(PodStatus status) =>
        JsonNode.Parse(ApiJson.Serialize(new Pod { Status = status }))!["status"]!.DeepClone().AsObject();
}
