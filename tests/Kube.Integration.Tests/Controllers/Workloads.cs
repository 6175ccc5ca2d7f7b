using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;

namespace Kube.Integration.Tests.Controllers;

/// <summary>The objects the tests create, and the questions they ask of them.</summary>
internal static class Workloads
{
    public static Deployment Deployment(string ns, int replicas, string image = "v1", Action<DeploymentSpec>? with = null)
    {
        var deployment = new Deployment
        {
            Metadata = new ObjectMeta { Name = "web", Namespace = ns },
            Spec = new DeploymentSpec
            {
                Replicas = replicas,
                Selector = new LabelSelector { MatchLabels = new() { ["app"] = "web" } },
                Template = Template(image),
            },
        };
        with?.Invoke(deployment.Spec);
        return deployment;
    }

    public static ReplicaSet ReplicaSet(string ns, int replicas, string name = "web") => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = ns },
        Spec = new ReplicaSetSpec { Replicas = replicas, Selector = new LabelSelector { MatchLabels = new() { ["app"] = "web" } }, Template = Template("v1") },
    };

    public static PodTemplateSpec Template(string image) => new()
    {
        Metadata = new ObjectMeta { Labels = new() { ["app"] = "web" } },
        Spec = new PodSpec { Containers = [new Container { Name = "main", Image = image }] },
    };

    public static bool IsComplete(this Deployment deployment) =>
        deployment.Status is { } status && status.ObservedGeneration == deployment.Metadata!.Generation
        && (status.UpdatedReplicas ?? 0) == deployment.Spec!.Replicas && (status.Replicas ?? 0) == deployment.Spec.Replicas
        && (status.AvailableReplicas ?? 0) == deployment.Spec.Replicas;

    public static string? Reason(this Deployment deployment, string condition) => deployment.Status?.Conditions?.Find(c => c.Type == condition)?.Reason;

    public static string? Revision(this IKubeObject value) => value.Metadata?.Annotations?.GetValueOrDefault("deployment.kubernetes.io/revision");

    public static string? Image(this ReplicaSet set) => set.Spec?.Template?.Spec?.Containers?[0].Image;

    public static Task<Deployment> SetImageAsync(this KubeClient client, string ns, string image) =>
        client.PatchSpecAsync(ns, new JsonObject
        {
            ["template"] = new JsonObject { ["spec"] = new JsonObject { ["containers"] = new JsonArray(new JsonObject { ["name"] = "main", ["image"] = image }) } },
        });

    public static Task<Deployment> PatchSpecAsync(this KubeClient client, string ns, JsonObject spec) =>
        client.PatchAsync<Deployment>(ns, "web", Patch.Strategic(new JsonObject { ["spec"] = spec }));
}
