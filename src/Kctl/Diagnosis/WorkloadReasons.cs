using System.Text.Json.Nodes;
using Kctl.Api;

namespace Kctl.Diagnosis;

/// <summary>Why something that makes pods has fewer than it should: what the server said when they were to be made. Pure.</summary>
internal static class WorkloadReasons
{
    /// <summary>The findings about an owner of pods; empty where it has all it wants.</summary>
    /// <param name="owner">The owner's type and name, as type/name.</param>
    /// <param name="obj">The owner, or the replica set that makes its pods.</param>
    /// <param name="events">The events of that object, oldest first.</param>
    /// <param name="flags">What a command needs to find the namespace.</param>
    public static IReadOnlyList<Finding> Of(string owner, JsonObject obj, IReadOnlyList<JsonObject> events, string flags)
    {
        var wanted = obj.Number("spec", "replicas") ?? obj.Number("status", "desiredNumberScheduled") ?? 1;
        var has = obj.Number("status", "replicas") ?? obj.Number("status", "currentNumberScheduled") ?? 0;
        if (wanted == 0)
        {
            return [new Finding("it is scaled to 0") { Remedies = [new Remedy("ask for some", $"kctl scale {owner} --replicas=1{flags}")] }];
        }

        var condition = obj.Objects("status", "conditions").FirstOrDefault(c => c.Text("type") == "ReplicaFailure" && c.Text("status") == "True");
        var message = condition.Text("message") ?? events.LastOrDefault(e => e.Text("reason") == "FailedCreate").Text("message");
        if (has < wanted && message is { Length: > 0 })
        {
            return [new Finding($"{wanted - has} of {wanted} pods cannot be made: the server refuses them") { Details = [message.Trim()], Remedies = [Remedy(message, owner, flags)] }];
        }

        return [];
    }

    private static Remedy Remedy(string message, string owner, string flags)
    {
        if (message.Contains("exceeded quota", StringComparison.Ordinal))
        {
            return new Remedy("ask for less, or raise the quota", $"kctl describe resourcequota{flags}");
        }

        if (message.Contains("serviceaccount", StringComparison.OrdinalIgnoreCase) && message.Contains("not found", StringComparison.Ordinal))
        {
            return new Remedy("make the service account", $"kctl get serviceaccounts{flags}");
        }

        if (message.Contains("violates PodSecurity", StringComparison.Ordinal))
        {
            return new Remedy("ask for fewer rights in the template, or relax the namespace's pod-security labels", $"kctl get namespace --show-labels");
        }

        return message.Contains("maximum", StringComparison.Ordinal) || message.Contains("minimum", StringComparison.Ordinal)
            ? new Remedy("stay within the limits of the namespace", $"kctl describe limitrange{flags}")
            : new Remedy("change the template so that the server takes it", $"kctl edit {owner}{flags}");
    }
}
