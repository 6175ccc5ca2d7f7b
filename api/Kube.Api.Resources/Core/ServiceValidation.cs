using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a Service.</summary>
internal static class ServiceValidation
{
    private const string Headless = "None";
    private const int LongestAffinity = 86400;
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(Service service, FieldErrors errors)
    {
        var spec = service.Spec ?? new ServiceSpec();
        ServicePortValidation.Check(spec, s_spec, errors);
        CheckType(spec, errors);
        LabelRules.CheckLabels(spec.Selector, s_spec.Child("selector"), errors);
        CheckAddresses(spec, errors);
        CheckAffinity(spec, errors);
        CheckTraffic(spec, errors);
        CheckFamilies(spec, errors);
    }

    public static void CheckUpdate(Service service, Service old, FieldErrors errors)
    {
        var (spec, before) = (service.Spec ?? new ServiceSpec(), old.Spec ?? new ServiceSpec());
        if (spec.Type == ServiceType.ExternalName || before.Type == ServiceType.ExternalName || before.ClusterIPs is not [var primary, ..])
        {
            return;
        }

        var path = s_spec.Child("clusterIPs");
        if (spec.ClusterIPs is not [var wanted, ..])
        {
            errors.Invalid(path.Index(0), FieldRules.Shown(spec.ClusterIPs), "primary clusterIP can not be unset");
        }
        else if (wanted != primary)
        {
            errors.Invalid(path.Index(0), FieldRules.Shown(spec.ClusterIPs), "may not change once set");
        }
    }

    private static void CheckType(ServiceSpec spec, FieldErrors errors)
    {
        FieldRules.OneOf(spec.Type, s_spec.Child("type"), errors, ServiceType.ClusterIP, ServiceType.NodePort, ServiceType.LoadBalancer, ServiceType.ExternalName);
        if (spec.Type == ServiceType.ExternalName)
        {
            if (spec.ClusterIPs is { Count: > 0 })
            {
                errors.Forbidden(s_spec.Child("clusterIPs"), "may not be set for ExternalName services");
            }

            if (string.IsNullOrEmpty(spec.ExternalName))
            {
                errors.Required(s_spec.Child("externalName"));
            }
            else
            {
                FieldRules.Name(spec.ExternalName.TrimEnd('.'), ObjectNames.DnsSubdomainError, s_spec.Child("externalName"), errors);
            }
        }
        else if (spec.Type is ServiceType.NodePort or ServiceType.LoadBalancer && spec.ClusterIPs is [Headless, ..])
        {
            errors.Invalid(s_spec.Child("clusterIPs").Index(0), Headless, $"may not be set to 'None' for {spec.Type} services");
        }
    }

    private static void CheckAddresses(ServiceSpec spec, FieldErrors errors)
    {
        var path = s_spec.Child("clusterIPs");
        if (!string.IsNullOrEmpty(spec.ClusterIP) && spec.ClusterIPs is [var first, ..] && first != spec.ClusterIP)
        {
            errors.Invalid(path, FieldRules.Shown(spec.ClusterIPs), "first value must match `clusterIP`");
        }

        for (var i = 0; i < (spec.ClusterIPs?.Count ?? 0); i++)
        {
            var address = spec.ClusterIPs![i];
            if (address == Headless && spec.ClusterIPs.Count > 1)
            {
                errors.Invalid(path.Index(i), address, "'None' must be the first and only value");
            }
            else if (address != Headless && address.Length > 0)
            {
                FieldRules.IP(address, path.Index(i), errors);
            }
        }

        for (var i = 0; i < (spec.ExternalIPs?.Count ?? 0); i++)
        {
            AddressRules.Check(spec.ExternalIPs![i], s_spec.Child("externalIPs").Index(i), errors);
        }

        for (var i = 0; i < (spec.LoadBalancerSourceRanges?.Count ?? 0); i++)
        {
            if (!FieldRules.IsCidr(spec.LoadBalancerSourceRanges![i].Trim()))
            {
                errors.Invalid(s_spec.Child("loadBalancerSourceRanges").Index(i), spec.LoadBalancerSourceRanges[i],
                    "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
            }
        }
    }

    private static void CheckAffinity(ServiceSpec spec, FieldErrors errors)
    {
        FieldRules.OneOf(spec.SessionAffinity, s_spec.Child("sessionAffinity"), errors, ServiceAffinity.ClientIP, ServiceAffinity.None);
        var path = s_spec.Child("sessionAffinityConfig");
        if (spec.SessionAffinity == ServiceAffinity.None && spec.SessionAffinityConfig is not null)
        {
            errors.Forbidden(path, "must not be set when session affinity is None");
        }
        else if (spec.SessionAffinity == ServiceAffinity.ClientIP && spec.SessionAffinityConfig?.ClientIP?.TimeoutSeconds is <= 0 or > LongestAffinity)
        {
            errors.Invalid(path.Child("clientIP", "timeoutSeconds"), spec.SessionAffinityConfig!.ClientIP!.TimeoutSeconds,
                $"must be greater than 0 and less than {LongestAffinity}");
        }
    }

    private static void CheckTraffic(ServiceSpec spec, FieldErrors errors)
    {
        FieldRules.AbsentOrOneOf(spec.InternalTrafficPolicy, s_spec.Child("internalTrafficPolicy"), errors,
            ServiceInternalTrafficPolicy.Cluster, ServiceInternalTrafficPolicy.Local);
        var external = s_spec.Child("externalTrafficPolicy");
        var reachable = spec.Type is ServiceType.NodePort or ServiceType.LoadBalancer || spec.ExternalIPs is { Count: > 0 };
        if (reachable)
        {
            FieldRules.AbsentOrOneOf(spec.ExternalTrafficPolicy, external, errors, ServiceExternalTrafficPolicy.Cluster, ServiceExternalTrafficPolicy.Local);
        }
        else if (!string.IsNullOrEmpty(spec.ExternalTrafficPolicy))
        {
            errors.Invalid(external, spec.ExternalTrafficPolicy, "may only be set for externally-accessible services");
        }

        if (spec.Type == ServiceType.LoadBalancer)
        {
            return;
        }

        if (spec.AllocateLoadBalancerNodePorts is not null)
        {
            errors.Forbidden(s_spec.Child("allocateLoadBalancerNodePorts"), "may only be used when `type` is 'LoadBalancer'");
        }

        if (!string.IsNullOrEmpty(spec.LoadBalancerClass))
        {
            errors.Forbidden(s_spec.Child("loadBalancerClass"), "may only be used when `type` is 'LoadBalancer'");
        }
    }

    private static void CheckFamilies(ServiceSpec spec, FieldErrors errors)
    {
        FieldRules.AbsentOrOneOf(spec.IpFamilyPolicy, s_spec.Child("ipFamilyPolicy"), errors,
            IPFamilyPolicy.SingleStack, IPFamilyPolicy.PreferDualStack, IPFamilyPolicy.RequireDualStack);
        var seen = new HashSet<string>();
        for (var i = 0; i < (spec.IpFamilies?.Count ?? 0); i++)
        {
            var at = s_spec.Child("ipFamilies").Index(i);
            FieldRules.OneOf(spec.IpFamilies![i], at, errors, IPFamily.IPv4, IPFamily.IPv6);
            if (!seen.Add(spec.IpFamilies[i]))
            {
                errors.Duplicate(at, spec.IpFamilies[i]);
            }
        }
    }
}
