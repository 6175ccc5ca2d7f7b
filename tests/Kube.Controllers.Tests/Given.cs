using Kube.Api;
using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Controllers.Deployments;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.Tests;

/// <summary>Objects the rules decide about, in as few words as the tests need.</summary>
internal static class Given
{
    public static readonly DateTime Now = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    public static Deployment Deployment(int replicas, IntOrString? maxSurge = null, IntOrString? maxUnavailable = null, string image = "v2") => new()
    {
        Metadata = new ObjectMeta { Name = "web", Namespace = "default", Uid = "uid-web", Generation = 1 },
        Spec = new DeploymentSpec
        {
            Replicas = replicas,
            Selector = new LabelSelector { MatchLabels = new() { ["app"] = "web" } },
            Template = Template(image),
            ProgressDeadlineSeconds = 600,
            Strategy = new DeploymentStrategy
            {
                Type = DeploymentStrategyType.RollingUpdate,
                RollingUpdate = new RollingUpdateDeployment { MaxSurge = maxSurge ?? "25%", MaxUnavailable = maxUnavailable ?? "25%" },
            },
        },
    };

    /// <summary>A ReplicaSet of the Deployment; an image is a version, and later versions are younger.</summary>
    public static ReplicaSet Set(string image, int wanted, int? available = null, int? existing = null) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = $"web-{image}",
            Namespace = "default",
            Uid = $"uid-{image}",
            CreationTimestamp = Now.AddHours(-10 + image[^1] - '0'),
            OwnerReferences = [Owners.ReferenceTo(Deployment(1))],
        },
        Spec = new ReplicaSetSpec { Replicas = wanted, Template = Template(image) },
        Status = new ReplicaSetStatus { Replicas = existing ?? wanted, ReadyReplicas = available ?? wanted, AvailableReplicas = available ?? wanted },
    };

    public static ReplicaSet Annotated(this ReplicaSet set, string name, string value)
    {
        (set.Metadata!.Annotations ??= [])[name] = value;
        return set;
    }

    public static Rollout Rollout(Deployment deployment, params ReplicaSet[] sets) => Controllers.Deployments.Rollout.Of(deployment, sets);

    public static Deployment Progressing(this Deployment deployment, string reason, DateTime since, string status = "True")
    {
        deployment.Status ??= new DeploymentStatus();
        (deployment.Status.Conditions ??= []).Add(Progress.Condition(DeploymentConditionType.Progressing, status, reason, string.Empty, since));
        return deployment;
    }

    public static Pod Ready(this Pod pod, DateTime? since = null, string status = "True")
    {
        pod.Status!.Phase = PodPhase.Running;
        (pod.Status.Conditions ??= []).RemoveAll(condition => condition.Type == PodConditionType.Ready);
        pod.Status.Conditions.Add(new PodCondition { Type = PodConditionType.Ready, Status = status, LastTransitionTime = since ?? Now });
        return pod;
    }

    public static Pod At(this Pod pod, string ip)
    {
        pod.Status!.PodIP = ip;
        pod.Status.PodIPs = [new PodIP { Ip = ip }];
        return pod;
    }

    private static PodTemplateSpec Template(string image) => new()
    {
        Metadata = new ObjectMeta { Labels = new() { ["app"] = "web" } },
        Spec = new PodSpec { Containers = [new Container { Name = "main", Image = image }] },
    };
}
