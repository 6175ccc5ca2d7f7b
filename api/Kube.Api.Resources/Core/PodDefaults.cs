using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Resources.Core;

/// <summary>What a pod has when its author does not say. <see cref="Apply(Pod)"/> is for pods, <see cref="Apply(PodTemplateSpec)"/> for the templates inside workloads, which get less.</summary>
internal static class PodDefaults
{
    private const long GracePeriodSeconds = 30;

    public static void Apply(Pod pod)
    {
        var spec = pod.Spec ??= new PodSpec();
        spec.EnableServiceLinks ??= true;
        foreach (var container in (spec.Containers ?? []).Concat(spec.InitContainers ?? []))
        {
            RequestWhatIsLimited(container.Resources);
        }

        if (spec.HostNetwork == true)
        {
            BindPortsToHost(spec);
        }

        Apply(spec);
    }

    public static PodTemplateSpec Apply(PodTemplateSpec? template)
    {
        template ??= new PodTemplateSpec();
        template.Metadata ??= new ObjectMeta();
        Apply(template.Spec ??= new PodSpec());
        return template;
    }

    private static void Apply(PodSpec spec)
    {
        spec.RestartPolicy ??= RestartPolicy.Always;
        spec.DnsPolicy ??= DNSPolicy.ClusterFirst;
        spec.SecurityContext ??= new PodSecurityContext();
        spec.TerminationGracePeriodSeconds ??= GracePeriodSeconds;
        spec.SchedulerName = string.IsNullOrEmpty(spec.SchedulerName) ? "default-scheduler" : spec.SchedulerName;
        SameServiceAccount(spec);
        foreach (var volume in spec.Volumes ?? [])
        {
            VolumeDefaults.Apply(volume);
        }

        foreach (var container in (spec.InitContainers ?? []).Concat(spec.Containers ?? []))
        {
            ContainerDefaults.Apply(container);
        }
    }

    /// <summary>The old name of serviceAccountName still travels beside it with the same value.</summary>
    private static void SameServiceAccount(PodSpec spec)
    {
        if (string.IsNullOrEmpty(spec.ServiceAccountName))
        {
            spec.ServiceAccountName = spec.ServiceAccount;
        }

        spec.ServiceAccount = spec.ServiceAccountName;
    }

    private static void RequestWhatIsLimited(ResourceRequirements? resources)
    {
        foreach (var (name, limit) in resources?.Limits ?? [])
        {
            (resources!.Requests ??= []).TryAdd(name, limit);
        }
    }

    private static void BindPortsToHost(PodSpec spec)
    {
        foreach (var port in (spec.InitContainers ?? []).Concat(spec.Containers ?? []).SelectMany(c => c.Ports ?? []))
        {
            if (port.HostPort is null or 0)
            {
                port.HostPort = port.Port;
            }
        }
    }
}
