using System.Text.Json.Nodes;
using Kctl.Api;
using Kube.Machinery.Patch;
using Kube.Machinery.Schema;

namespace Kctl.Manifests;

/// <summary>What apply has to send for an object that exists. Pure.</summary>
/// <param name="Patch">The patch; empty when nothing changes.</param>
/// <param name="ContentType">Its kind.</param>
internal sealed record ApplyPlan(JsonObject Patch, string ContentType)
{
    public const string Strategic = "application/strategic-merge-patch+json";
    public const string Merge = "application/merge-patch+json";

    public bool IsEmpty => Patch.Count == 0;

    /// <summary>The three-way patch from what was applied last, what is wanted and what is there; without a schema a JSON merge patch.</summary>
    public static ApplyPlan Make(JsonObject wanted, JsonObject current, TypeSchema? schema)
    {
        var original = LastApplied.Read(current);
        var modified = LastApplied.Write(wanted);
        return schema is null
            ? new ApplyPlan(ThreeWayPatch.Create(original, modified, current), Merge)
            : new ApplyPlan(ThreeWayPatch.Create(original, modified, current, schema), Strategic);
    }

    /// <summary>Without the annotation, deletions since the last apply cannot be known.</summary>
    public static bool LacksAnnotation(JsonObject current) => current.Text("metadata", "annotations", LastApplied.Annotation) is null;
}
