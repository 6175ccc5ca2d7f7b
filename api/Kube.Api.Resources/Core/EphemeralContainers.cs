using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>
/// The <c>ephemeralcontainers</c> part of a pod: containers added to a running pod to look into it. They come one by one and never go or change;
/// nothing may come to rely on them, so that they have no ports, probes or resources.
/// </summary>
internal static class EphemeralContainers
{
    private const string NotHere = "cannot be set for an Ephemeral Container";
    private const string MirrorPod = "kubernetes.io/config.mirror";
    private static readonly FieldPath s_path = FieldPath.Of("spec", "ephemeralContainers");

    /// <summary>Takes the ephemeral containers from what the client sent and everything else from the pod as it is.</summary>
    public static void Prepare(Pod pod, Pod old)
    {
        var containers = pod.Spec?.EphemeralContainers;
        var (version, manager) = (pod.Metadata!.ResourceVersion, pod.Metadata.ManagedFields);
        pod.Metadata = old.Metadata!.Clone();
        (pod.Metadata.ResourceVersion, pod.Metadata.ManagedFields) = (version, manager);
        pod.Spec = old.Spec!.Clone();
        pod.Spec.EphemeralContainers = containers;
        pod.Status = old.Status;
        foreach (var container in containers ?? [])
        {
            ContainerDefaults.Apply(container);
        }
    }

    public static void Check(Pod pod, Pod old, FieldErrors errors)
    {
        if (pod.Metadata?.Annotations?.ContainsKey(MirrorPod) == true)
        {
            errors.Forbidden(FieldPath.Of(""), "static pods do not support ephemeral containers");
        }

        CheckAll(pod.Spec!, errors);
        CheckKept(pod.Spec!.EphemeralContainers ?? [], old.Spec?.EphemeralContainers ?? [], errors);
    }

    private static void CheckAll(PodSpec spec, FieldErrors errors)
    {
        var others = (spec.Containers ?? []).Concat(spec.InitContainers ?? []).Select(c => c.Name!).ToHashSet();
        var (names, volumes) = (others.ToHashSet(), (spec.Volumes ?? []).Select(v => v.Name!).ToHashSet());
        for (var i = 0; i < (spec.EphemeralContainers?.Count ?? 0); i++)
        {
            var (container, path) = (spec.EphemeralContainers![i], s_path.Index(i));
            ContainerValidation.Check(ApiJson.Deserialize<Container>(ApiJson.Serialize(container)), volumes, path, errors);
            if (container.Name is { Length: > 0 } name && !names.Add(name))
            {
                errors.Duplicate(path.Child("name"), name);
            }

            if (container.TargetContainerName is { Length: > 0 } target && !others.Contains(target))
            {
                errors.NotFound(path.Child("targetContainerName"), target);
            }

            CheckFields(container, path, errors);
        }
    }

    private static void CheckFields(EphemeralContainer container, FieldPath path, FieldErrors errors)
    {
        (string Field, bool IsSet)[] refused =
        [
            ("ports", container.Ports is { Count: > 0 }), ("resources", container.Resources is { Limits.Count: > 0 } or { Requests.Count: > 0 } or { Claims.Count: > 0 }),
            ("resizePolicy", container.ResizePolicy is { Count: > 0 }), ("restartPolicy", container.RestartPolicy is not null),
            ("restartPolicyRules", container.RestartPolicyRules is { Count: > 0 }), ("livenessProbe", container.LivenessProbe is not null),
            ("readinessProbe", container.ReadinessProbe is not null), ("startupProbe", container.StartupProbe is not null), ("lifecycle", container.Lifecycle is not null),
        ];
        foreach (var (field, _) in refused.Where(r => r.IsSet))
        {
            errors.Forbidden(path.Child(field), NotHere);
        }

        for (var i = 0; i < (container.VolumeMounts?.Count ?? 0); i++)
        {
            var (mount, at) = (container.VolumeMounts![i], path.Child("volumeMounts").Index(i));
            if (!string.IsNullOrEmpty(mount.SubPath))
            {
                errors.Forbidden(at.Child("subPath"), NotHere);
            }

            if (!string.IsNullOrEmpty(mount.SubPathExpr))
            {
                errors.Forbidden(at.Child("subPathExpr"), NotHere);
            }
        }
    }

    /// <summary>Patches do not keep the order, so each container is looked up by its name.</summary>
    private static void CheckKept(List<EphemeralContainer> containers, List<EphemeralContainer> before, FieldErrors errors)
    {
        foreach (var old in before)
        {
            var now = containers.Find(c => c.Name == old.Name);
            if (now is null)
            {
                errors.Forbidden(s_path, $"existing ephemeral containers \"{old.Name}\" may not be removed\n");
            }
            else if (!Wire.Same(now, old))
            {
                errors.Forbidden(s_path, $"existing ephemeral containers \"{old.Name}\" may not be changed\n");
            }
        }
    }
}
