using Kube.Api.Core.V1;
using Kube.Machinery.Pods;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>
/// The <c>resize</c> part of a pod: cpu and memory of its containers, while it runs. What a container has asked for may change but not vanish,
/// and the pod keeps its class of service.
/// </summary>
internal static class PodResize
{
    /// <summary>The subresource.</summary>
    public const string Name = "resize";

    private const string MirrorPod = "kubernetes.io/config.mirror";
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    /// <summary>Takes resources and resize policies from what the client sent and everything else from the pod as it is.</summary>
    public static void Prepare(Pod pod, Pod old)
    {
        var sent = pod.Spec ?? new PodSpec();
        var (version, manager) = (pod.Metadata!.ResourceVersion, pod.Metadata.ManagedFields);
        pod.Metadata = old.Metadata!.Clone();
        (pod.Metadata.ResourceVersion, pod.Metadata.ManagedFields) = (version, manager);
        pod.Spec = old.Spec!.Clone();
        pod.Status = old.Status;
        Take(pod.Spec.Containers, sent.Containers);
        Take(pod.Spec.InitContainers, sent.InitContainers);
    }

    public static void Check(Pod pod, Pod old, FieldErrors errors)
    {
        if (pod.Metadata?.Annotations?.ContainsKey(MirrorPod) == true)
        {
            errors.Forbidden(s_spec, "static pods cannot be resized");
        }

        if (pod.Spec?.Os?.Name == OSName.Windows)
        {
            errors.Forbidden(s_spec, "windows pods cannot be resized");
        }

        PodSpecValidation.Check(pod.Spec!, s_spec, errors);
        CheckContainers(pod.Spec!.Containers ?? [], old.Spec?.Containers ?? [], s_spec.Child("containers"), errors);
        CheckContainers(pod.Spec.InitContainers ?? [], old.Spec?.InitContainers ?? [], s_spec.Child("initContainers"), errors);
        var (before, now) = (old.Status?.QosClass ?? PodQos.ClassOf(old.Spec), PodQos.ClassOf(pod.Spec));
        if (before != now)
        {
            errors.Invalid(s_spec, now, "Pod QOS Class may not change as a result of resizing");
        }
    }

    private static void Take(List<Container>? containers, List<Container>? sent)
    {
        foreach (var container in containers ?? [])
        {
            if (sent?.Find(c => c.Name == container.Name) is { } wanted)
            {
                (container.Resources, container.ResizePolicy) = (wanted.Resources, wanted.ResizePolicy);
            }
        }
    }

    private static void CheckContainers(List<Container> containers, List<Container> before, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < containers.Count; i++)
        {
            var (now, was) = (containers[i].Resources ?? new ResourceRequirements(), before[i].Resources ?? new ResourceRequirements());
            if (Wire.Same(now, was))
            {
                continue;
            }

            if (path.ToString() == "spec.initContainers" && containers[i].RestartPolicy != ContainerRestartPolicy.Always)
            {
                errors.Forbidden(s_spec, "resources for non-sidecar init containers are immutable");
            }
            else if (!Wire.Same(Others(now), Others(was)))
            {
                errors.Forbidden(s_spec, "only cpu and memory resources are mutable");
            }

            var at = path.Index(i).Child("resources");
            CheckKept(now.Limits, was.Limits, at.Child("limits"), "resource limits cannot be removed", errors);
            CheckKept(now.Requests, was.Requests, at.Child("requests"), "resource requests cannot be removed", errors);
        }
    }

    /// <summary>What a resize may not touch: devices, claims and storage.</summary>
    private static ResourceRequirements Others(ResourceRequirements resources) => new()
    {
        Limits = Others(resources.Limits),
        Requests = Others(resources.Requests),
        Claims = resources.Claims,
    };

    private static Dictionary<string, Quantity>? Others(Dictionary<string, Quantity>? amounts)
    {
        var others = (amounts ?? []).Where(a => a.Key is not (ResourceName.Cpu or ResourceName.Memory)).ToDictionary();
        return others.Count == 0 ? null : others;
    }

    private static void CheckKept(Dictionary<string, Quantity>? now, Dictionary<string, Quantity>? was, FieldPath path, string detail, FieldErrors errors)
    {
        if ((was ?? []).Keys.Any(name => now?.ContainsKey(name) != true))
        {
            errors.Forbidden(path, detail);
        }
    }
}
