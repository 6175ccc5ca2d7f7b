using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Edit;

/// <summary>Finds the pod within an object: the object itself, a workload's template, a cron job's template of a template. Pure.</summary>
internal static class PodSpecs
{
    /// <summary>The pod's spec; null where the object has none.</summary>
    public static JsonObject? Of(JsonObject obj) => (obj.Text("kind") switch
    {
        "Pod" => obj.At("spec"),
        "CronJob" => obj.At("spec", "jobTemplate", "spec", "template", "spec"),
        _ => obj.At("spec", "template", "spec"),
    }) as JsonObject;

    /// <inheritdoc cref="Of" />
    public static JsonObject OrError(Found found, JsonObject obj) =>
        Of(obj) ?? throw new CommandException($"{found.Type.Plural}/{found.Object.Name()} the object is not a pod or does not have a pod template");

    /// <summary>Containers, init containers first, whose name the pattern fits (<c>*</c> stands for anything).</summary>
    public static IReadOnlyList<JsonObject> Containers(JsonObject podSpec, string pattern)
    {
        var regex = new Regex($"^{Regex.Escape(pattern).Replace("\\*", ".*")}$", RegexOptions.CultureInvariant);
        return [.. podSpec.Objects("initContainers").Concat(podSpec.Objects("containers")).Where(c => regex.IsMatch(c.Text("name") ?? ""))];
    }

    /// <summary>The object at a field, made where it is missing.</summary>
    public static JsonObject Under(JsonObject parent, string field)
    {
        if (parent[field] is not JsonObject child)
        {
            parent[field] = child = [];
        }

        return child;
    }
}
