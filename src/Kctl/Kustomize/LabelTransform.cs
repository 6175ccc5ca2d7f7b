using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.Edit;

namespace Kctl.Kustomize;

/// <summary><c>commonLabels</c>, <c>labels</c> and <c>commonAnnotations</c>.</summary>
internal static class LabelTransform
{
    private static readonly string[] s_workloads = ["Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "ReplicationController", "Job", "CronJob"];

    public static void Run(JsonObject content, List<Resource> resources)
    {
        foreach (var resource in resources)
        {
            foreach (var entry in content.Objects("labels"))
            {
                var selectors = entry.Flag("includeSelectors");
                SetLabels(resource, entry.Map("pairs"), selectors, selectors || entry.Flag("includeTemplates"));
            }

            SetLabels(resource, content.Map("commonLabels"), selectors: true, templates: true);
            SetAnnotations(resource, content.Map("commonAnnotations"));
        }
    }

    private static void SetLabels(Resource resource, IReadOnlyDictionary<string, string> labels, bool selectors, bool templates)
    {
        if (labels.Count == 0)
        {
            return;
        }

        Set(resource.Metadata, "labels", labels);
        if (templates && s_workloads.Contains(resource.Kind))
        {
            foreach (var metadata in Templates(resource.Object))
            {
                Set(metadata, "labels", labels);
            }
        }

        if (selectors)
        {
            SetSelectors(resource, labels);
        }
    }

    private static void SetSelectors(Resource resource, IReadOnlyDictionary<string, string> labels)
    {
        var spec = PodSpecs.Under(resource.Object, "spec");
        switch (resource.Kind)
        {
            case "Service" when resource.ApiVersion == "v1":
            case "ReplicationController":
                Set(spec, "selector", labels);
                break;
            case "Deployment" or "ReplicaSet" or "DaemonSet" or "StatefulSet":
                Set(PodSpecs.Under(spec, "selector"), "matchLabels", labels);
                break;
            case "Job" or "PodDisruptionBudget" when spec["selector"] is JsonObject selector:
                Set(selector, "matchLabels", labels);
                break;
            case "NetworkPolicy" when spec["podSelector"] is JsonObject pods:
                Set(pods, "matchLabels", labels);
                break;
            default:
                break;
        }

        if (spec.Count == 0)
        {
            resource.Object.Remove("spec");
        }
    }

    private static void SetAnnotations(Resource resource, IReadOnlyDictionary<string, string> annotations)
    {
        if (annotations.Count == 0)
        {
            return;
        }

        Set(resource.Metadata, "annotations", annotations);
        if (s_workloads.Contains(resource.Kind))
        {
            foreach (var metadata in Templates(resource.Object))
            {
                Set(metadata, "annotations", annotations);
            }
        }
    }

    /// <summary>The metadata of the pods a workload makes; of a cron job that of its jobs too.</summary>
    private static IEnumerable<JsonObject> Templates(JsonObject obj)
    {
        var spec = PodSpecs.Under(obj, "spec");
        if (obj.Text("kind") == "CronJob")
        {
            var job = PodSpecs.Under(spec, "jobTemplate");
            yield return PodSpecs.Under(job, "metadata");
            spec = PodSpecs.Under(job, "spec");
        }

        yield return PodSpecs.Under(PodSpecs.Under(spec, "template"), "metadata");
    }

    private static void Set(JsonObject parent, string field, IReadOnlyDictionary<string, string> entries)
    {
        var map = PodSpecs.Under(parent, field);
        foreach (var (key, value) in entries)
        {
            map[key] = value;
        }
    }
}
