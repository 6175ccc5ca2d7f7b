using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a PodSpec, in a pod or in a template. The parts with rules of their own have their own files.</summary>
internal static class PodSpecValidation
{
    public static void Check(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        var volumes = VolumeValidation.Check(spec.Volumes ?? [], path.Child("volumes"), errors);
        ContainersValidation.Check(spec, volumes, path, errors);
        FieldRules.OneOf(spec.RestartPolicy, path.Child("restartPolicy"), errors, RestartPolicy.Always, RestartPolicy.OnFailure, RestartPolicy.Never);
        PodDnsValidation.Check(spec, path, errors);
        LabelRules.CheckLabels(spec.NodeSelector, path.Child("nodeSelector"), errors);
        SecurityContextValidation.Check(spec, path, errors);
        AffinityValidation.Check(spec.Affinity, path.Child("affinity"), errors);
        TolerationValidation.Check(spec.Tolerations ?? [], path.Child("tolerations"), errors);
        TopologySpreadValidation.Check(spec.TopologySpreadConstraints ?? [], path.Child("topologySpreadConstraints"), errors);
        CheckNames(spec, path, errors);
        CheckScheduling(spec, path, errors);
        CheckHostAliases(spec.HostAliases ?? [], path.Child("hostAliases"), errors);
        if (spec.ActiveDeadlineSeconds is < 1 or > int.MaxValue)
        {
            errors.Invalid(path.Child("activeDeadlineSeconds"), spec.ActiveDeadlineSeconds, "must be between 1 and 2147483647, inclusive");
        }

        if (spec.Os is { } os)
        {
            FieldRules.OneOf(os.Name, path.Child("os", "name"), errors, OSName.Linux, OSName.Windows);
        }
    }

    /// <summary>The rules of a template: its metadata, its spec, and that it starts without debug containers.</summary>
    public static void CheckTemplate(PodTemplateSpec? template, FieldPath path, FieldErrors errors)
    {
        MetadataValidation.CheckMaps(template?.Metadata, path.Child("metadata"), errors);
        Check(template?.Spec ?? new PodSpec(), path.Child("spec"), errors);
        if (template?.Spec?.EphemeralContainers is { Count: > 0 })
        {
            errors.Forbidden(path.Child("spec", "ephemeralContainers"), "ephemeral containers not allowed in pod template");
        }
    }

    private static void CheckNames(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        FieldRules.Name(spec.ServiceAccountName, ObjectNames.DnsSubdomainError, path.Child("serviceAccountName"), errors);
        FieldRules.Name(spec.NodeName, ObjectNames.DnsSubdomainError, path.Child("nodeName"), errors);
        FieldRules.Name(spec.Hostname, ObjectNames.DnsLabelError, path.Child("hostname"), errors);
        FieldRules.Name(spec.Subdomain, ObjectNames.DnsLabelError, path.Child("subdomain"), errors);
        FieldRules.Name(spec.PriorityClassName, ObjectNames.DnsSubdomainError, path.Child("priorityClassName"), errors);
        FieldRules.Name(spec.RuntimeClassName, ObjectNames.DnsSubdomainError, path.Child("runtimeClassName"), errors);
        FieldRules.Name(spec.SchedulerName, ObjectNames.DnsSubdomainError, path.Child("schedulerName"), errors);
    }

    private static void CheckScheduling(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        FieldRules.AbsentOrOneOf(spec.PreemptionPolicy, path.Child("preemptionPolicy"), errors, PreemptionPolicy.PreemptLowerPriority, PreemptionPolicy.Never);
        var gates = spec.SchedulingGates ?? [];
        var seen = new HashSet<string>();
        for (var i = 0; i < gates.Count; i++)
        {
            FieldRules.QualifiedName(gates[i].Name, path.Child("schedulingGates").Index(i), errors);
            if (!seen.Add(gates[i].Name ?? ""))
            {
                errors.Duplicate(path.Child("schedulingGates").Index(i), gates[i].Name);
            }
        }

        if (gates.Count > 0 && !string.IsNullOrEmpty(spec.NodeName))
        {
            errors.Forbidden(path.Child("nodeName"), "cannot be set until all schedulingGates have been cleared");
        }

        for (var i = 0; i < (spec.ReadinessGates?.Count ?? 0); i++)
        {
            FieldRules.QualifiedName(spec.ReadinessGates![i].ConditionType, path.Child("readinessGates").Index(i).Child("conditionType"), errors);
        }
    }

    private static void CheckHostAliases(List<HostAlias> aliases, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < aliases.Count; i++)
        {
            FieldRules.IP(aliases[i].Ip, path.Index(i).Child("ip"), errors);
            foreach (var hostname in aliases[i].Hostnames ?? [])
            {
                FieldRules.Name(hostname, ObjectNames.DnsSubdomainError, path.Index(i).Child("hostnames"), errors);
            }
        }
    }
}
