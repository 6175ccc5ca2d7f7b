using System.Text.Json;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.Printing;
using Kube.Machinery.Json;

namespace Kctl.Manifests;

/// <summary>The annotation in which client-side apply remembers what it applied; shared with kubectl, byte for byte.</summary>
internal static class LastApplied
{
    public const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>What was applied last; null when nothing was, or when the annotation is damaged.</summary>
    public static JsonObject? Read(JsonObject current)
    {
        try
        {
            return current.Text("metadata", "annotations", Annotation) is { Length: > 0 } text ? JsonTree.ParseObject(System.Text.Encoding.UTF8.GetBytes(text)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A copy of the object that carries itself in the annotation.</summary>
    public static JsonObject Write(JsonObject obj)
    {
        var result = (JsonObject)obj.DeepClone();
        if (result["metadata"] is not JsonObject metadata)
        {
            result["metadata"] = metadata = [];
        }

        if (metadata["annotations"] is not JsonObject annotations)
        {
            metadata["annotations"] = annotations = [];
        }

        annotations.Remove(Annotation);
        annotations[Annotation] = JsonText.Compact(result) + "\n";
        return result;
    }
}
