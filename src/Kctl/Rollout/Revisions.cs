using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kube.Machinery.Selectors;

namespace Kctl.Rollout;

/// <summary>One revision of a Deployment: the replica set that holds its template.</summary>
internal sealed record Revision(long Number, JsonObject ReplicaSet)
{
    public const string Annotation = "deployment.kubernetes.io/revision";

    /// <summary>Why it was made, where somebody noted it.</summary>
    public string ChangeCause => ReplicaSet.Text("metadata", "annotations", "kubernetes.io/change-cause") is { Length: > 0 } cause ? cause : "<none>";

    /// <summary>The pods' template without the label the controller adds.</summary>
    public JsonObject Template()
    {
        var template = (JsonObject?)ReplicaSet.At("spec", "template")?.DeepClone() ?? [];
        (template.At("metadata", "labels") as JsonObject)?.Remove("pod-template-hash");
        return template;
    }
}

/// <summary>Finds the revisions of a Deployment, and writes the patch that goes back to one.</summary>
internal static class Revisions
{
    /// <summary>The revisions, oldest first.</summary>
    public static async Task<IReadOnlyList<Revision>> OfAsync(Session session, JsonObject deployment, CancellationToken ct)
    {
        var type = await session.Names.FindAsync(deployment.Text("kind") is "DaemonSet" or "StatefulSet" ? "controllerrevisions" : "replicasets", ct);
        var selector = SelectorText(deployment);
        var list = await session.Api.ListAsync(QueryText.With(type.CollectionPath(deployment.Namespace()), ("labelSelector", selector)), ct);
        return Of(deployment, type.Plural == "replicasets" ? list.Objects("items") : list.Objects("items").Select(AsReplicaSet));
    }

    /// <summary>A controller revision, which holds the template of a daemon set or stateful set, in the shape of the replica set that would hold a deployment's. Pure.</summary>
    internal static JsonObject AsReplicaSet(JsonObject revision)
    {
        var metadata = (JsonObject)(revision.At("metadata")?.DeepClone() ?? new JsonObject());
        var annotations = metadata["annotations"] as JsonObject ?? [];
        metadata["annotations"] = annotations.Parent is null ? annotations : annotations.DeepClone();
        metadata["annotations"]![Revision.Annotation] = revision.Text("revision");
        var template = (JsonObject)(revision.At("data", "spec", "template")?.DeepClone() ?? new JsonObject());
        template.Remove("$patch");
        return new JsonObject { ["metadata"] = metadata, ["spec"] = new JsonObject { ["template"] = template } };
    }

    /// <summary>The selector in text form.</summary>
    public static string SelectorText(JsonObject deployment)
    {
        var equal = deployment.Map("spec", "selector", "matchLabels").Select(l => $"{l.Key}={l.Value}");
        var more = deployment.Objects("spec", "selector", "matchExpressions").Select(Expression);
        return string.Join(",", equal.Concat(more));
    }

    /// <summary>The revisions among replica sets. Pure.</summary>
    public static IReadOnlyList<Revision> Of(JsonObject deployment, IEnumerable<JsonObject> replicaSets)
    {
        var uid = deployment.Text("metadata", "uid");
        return [.. replicaSets
            .Where(r => r.Objects("metadata", "ownerReferences").Any(o => o.Flag("controller") && o.Text("uid") == uid))
            .Select(r => new Revision(NumberOf(r), (JsonObject)r.DeepClone()))
            .Where(r => r.Number > 0)
            .OrderBy(r => r.Number)];
    }

    /// <summary>The revision to go back to: the one asked for, or with 0 the last before the current. Pure.</summary>
    public static Revision Choose(IReadOnlyList<Revision> revisions, long wanted)
    {
        if (wanted > 0)
        {
            return revisions.FirstOrDefault(r => r.Number == wanted)
                ?? throw new CommandException($"unable to find specified revision {wanted} in history; there are: {string.Join(", ", revisions.Select(r => r.Number))}");
        }

        return revisions.Count > 1 ? revisions[^2] : throw new CommandException("no rollout history found to go back to");
    }

    /// <summary>The JSON patch that puts a revision's template in place. Pure.</summary>
    public static JsonArray UndoPatch(JsonObject deployment, Revision revision)
    {
        var annotations = (deployment.At("metadata", "annotations")?.DeepClone() as JsonObject) ?? [];
        if (revision.ChangeCause != "<none>")
        {
            annotations["kubernetes.io/change-cause"] = revision.ChangeCause;
        }
        else
        {
            annotations.Remove("kubernetes.io/change-cause");
        }

        return
        [
            new JsonObject { ["op"] = "replace", ["path"] = "/spec/template", ["value"] = revision.Template() },
            new JsonObject { ["op"] = deployment.At("metadata", "annotations") is null ? "add" : "replace", ["path"] = "/metadata/annotations", ["value"] = annotations },
        ];
    }

    /// <summary>Whether the Deployment has that template already. Pure.</summary>
    public static bool IsCurrent(JsonObject deployment, Revision revision) => JsonNode.DeepEquals(deployment.At("spec", "template"), revision.Template());

    private static long NumberOf(JsonObject replicaSet) =>
        long.TryParse(replicaSet.Text("metadata", "annotations", Revision.Annotation), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Expression(JsonObject expression)
    {
        var operation = expression.Text("operator") switch
        {
            "In" => SelectorOperator.In,
            "NotIn" => SelectorOperator.NotIn,
            "DoesNotExist" => SelectorOperator.DoesNotExist,
            _ => SelectorOperator.Exists,
        };
        return Requirement.Create(expression.Text("key") ?? "", operation, expression.Texts("values")).ToString();
    }
}
