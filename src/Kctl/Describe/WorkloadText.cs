using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.Rollout;

namespace Kctl.Describe;

/// <summary>Describes deployments and replica sets.</summary>
internal static class WorkloadText
{
    public static void WriteDeployment(DescribeContext context)
    {
        var (deployment, writer) = (context.Object, context.Writer);
        context.Head();
        writer.Field(0, "CreationTimestamp", DescribeContext.Time(deployment, "metadata", "creationTimestamp"));
        context.Metadata();
        writer.Field(0, "Selector", Revisions.SelectorText(deployment));
        writer.Field(0, "Replicas", $"{deployment.Number("spec", "replicas") ?? 1} desired | {deployment.Number("status", "updatedReplicas") ?? 0} updated | {deployment.Number("status", "replicas") ?? 0} total | {deployment.Number("status", "availableReplicas") ?? 0} available | {deployment.Number("status", "unavailableReplicas") ?? 0} unavailable");
        writer.Field(0, "StrategyType", deployment.Text("spec", "strategy", "type"));
        writer.Field(0, "MinReadySeconds", deployment.Text("spec", "minReadySeconds") ?? "0");
        if (deployment.At("spec", "strategy", "rollingUpdate") is { } rolling)
        {
            writer.Field(0, "RollingUpdateStrategy", $"{rolling.Text("maxUnavailable")} max unavailable, {rolling.Text("maxSurge")} max surge");
        }

        writer.Line(0, "Pod Template:");
        PodTemplateText.Write(writer, 1, deployment.At("spec", "template") as JsonObject ?? []);
        context.Conditions("type", "status", "reason");
        var newest = context.Related is [.., var last] ? last : null;
        var old = context.Related.SkipLast(1).Where(r => (r.Number("spec", "replicas") ?? 0) > 0);
        writer.Field(0, "OldReplicaSets", string.Join(", ", old.Select(Counts)));
        writer.Field(0, "NewReplicaSet", newest is null ? null : Counts(newest));
    }

    public static void WriteReplicaSet(DescribeContext context)
    {
        var (set, writer) = (context.Object, context.Writer);
        context.Head();
        writer.Field(0, "Selector", Revisions.SelectorText(set));
        context.Metadata();
        var owner = set.Objects("metadata", "ownerReferences").FirstOrDefault(o => o.Flag("controller"));
        writer.Optional(0, "Controlled By", owner is null ? null : $"{owner.Text("kind")}/{owner.Text("name")}");
        writer.Field(0, "Replicas", $"{set.Number("status", "replicas") ?? 0} current / {set.Number("spec", "replicas") ?? 1} desired");
        var phases = context.Related.CountBy(p => p.Text("status", "phase") ?? "").ToDictionary();
        writer.Field(0, "Pods Status", string.Join(" / ", ((ReadOnlySpan<string>)["Running", "Pending", "Succeeded", "Failed"]).ToArray().Select(p => $"{phases.GetValueOrDefault(p)} {(p == "Pending" ? "Waiting" : p)}")));
        writer.Line(0, "Pod Template:");
        PodTemplateText.Write(writer, 1, set.At("spec", "template") as JsonObject ?? []);
        context.Conditions("type", "status", "reason");
    }

    private static string Counts(JsonObject set) => $"{set.Name()} ({set.Number("status", "replicas") ?? 0}/{set.Number("spec", "replicas") ?? 0} replicas created)";
}
