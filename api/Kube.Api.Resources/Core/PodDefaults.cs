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
        Apply(pod.Status);
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

    /// <summary>podIP is the first of podIPs, hostIP the first of hostIPs; whoever reports one means both.</summary>
    private static void Apply(PodStatus? status)
    {
        if (status is null)
        {
            return;
        }

        status.PodIPs = status.PodIPs is { Count: > 0 } || string.IsNullOrEmpty(status.PodIP) ? status.PodIPs : [new PodIP { Ip = status.PodIP }];
        status.PodIP = status.PodIPs is [var podIP, ..] ? podIP.Ip : status.PodIP;
        status.HostIPs = status.HostIPs is { Count: > 0 } || string.IsNullOrEmpty(status.HostIP) ? status.HostIPs : [new HostIP { Ip = status.HostIP }];
        status.HostIP = status.HostIPs is [var hostIP, ..] ? hostIP.Ip : status.HostIP;
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
