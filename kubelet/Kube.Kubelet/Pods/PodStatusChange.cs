using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Core.V1;

namespace Kube.Kubelet.Pods;

/// <summary>The smallest strategic merge patch that turns one status into another; null when they are the same. Pure.</summary>
internal static class PodStatusChange
{
    // What a status may lose; unless the server's copy is known, their absence is spelled out.
    private static readonly string[] s_optional = ["message", "reason", "podIP", "podIPs", "hostIP", "hostIPs", "nominatedNodeName", "initContainerStatuses"];

    /// <param name="uid">The pod's, so that a namesake is not changed.</param>
    /// <param name="before">What the server has; null when that is not known.</param>
    /// <param name="after">What it is to have.</param>
    public static JsonObject? Patch(string uid, PodStatus? before, PodStatus after)
    {
        var change = ToJson(after);
        var old = before is null ? [] : ToJson(before);
        foreach (var name in before is null ? s_optional : old.Select(p => p.Key))
        {
            if (!change.TryGetPropertyValue(name, out var now))
            {
                change[name] = null;
            }
            else if (before is not null && JsonNode.DeepEquals(old[name], now))
            {
                change.Remove(name);
            }
        }

        SpellOutConditions(change["conditions"] as JsonArray);
        ReplaceAddresses(change["podIPs"] as JsonArray);
        return change.Count == 0 ? null : new JsonObject { ["metadata"] = new JsonObject { ["uid"] = uid }, ["status"] = change };
    }

    // Conditions are merged by type: a reason that is gone must be taken away.
    private static void SpellOutConditions(JsonArray? conditions)
    {
        foreach (var condition in conditions?.OfType<JsonObject>() ?? [])
        {
            condition.TryAdd("reason", null);
            condition.TryAdd("message", null);
        }
    }

    // Addresses are merged by address: one that is gone stays, unless the list is replaced as a whole.
    private static void ReplaceAddresses(JsonArray? addresses) =>
        addresses?.Insert(0, (JsonNode)new JsonObject { ["$patch"] = "replace" });

    private static JsonObject ToJson(PodStatus status) =>
        JsonNode.Parse(ApiJson.Serialize(new Pod { Status = status }))!["status"]!.DeepClone().AsObject();
}
