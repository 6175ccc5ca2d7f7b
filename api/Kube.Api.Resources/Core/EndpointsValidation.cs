using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of Endpoints.</summary>
internal static class EndpointsValidation
{
    public static void Check(Endpoints endpoints, FieldErrors errors)
    {
        for (var i = 0; i < (endpoints.Subsets?.Count ?? 0); i++)
        {
            Check(endpoints.Subsets![i], FieldPath.Of("subsets").Index(i), errors);
        }
    }

    private static void Check(EndpointSubset subset, FieldPath path, FieldErrors errors)
    {
        if (subset.Addresses is not { Count: > 0 } && subset.NotReadyAddresses is not { Count: > 0 })
        {
            errors.Required(path, "must specify `addresses` or `notReadyAddresses`");
        }

        CheckAddresses(subset.Addresses ?? [], path.Child("addresses"), errors);
        CheckAddresses(subset.NotReadyAddresses ?? [], path.Child("notReadyAddresses"), errors);
        var ports = subset.Ports ?? [];
        for (var i = 0; i < ports.Count; i++)
        {
            var at = path.Child("ports").Index(i);
            if (ports.Count > 1)
            {
                FieldRules.Required(ports[i].Name, at.Child("name"), errors);
            }

            FieldRules.Name(ports[i].Name, ObjectNames.DnsLabelError, at.Child("name"), errors);
            FieldRules.Port(ports[i].Port, at.Child("port"), errors);
            FieldRules.OneOf(ports[i].Protocol, at.Child("protocol"), errors, Protocol.SCTP, Protocol.TCP, Protocol.UDP);
        }
    }

    private static void CheckAddresses(List<EndpointAddress> addresses, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < addresses.Count; i++)
        {
            AddressRules.Check(addresses[i].Ip, path.Index(i).Child("ip"), errors);
            FieldRules.Name(addresses[i].Hostname, ObjectNames.DnsLabelError, path.Index(i).Child("hostname"), errors);
            FieldRules.Name(addresses[i].NodeName, ObjectNames.DnsSubdomainError, path.Index(i).Child("nodeName"), errors);
        }
    }
}
