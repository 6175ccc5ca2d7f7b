using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.Machinery.Validation;
using EndpointPort = Kube.Api.Discovery.V1.EndpointPort;

namespace Kube.Api.Resources.Discovery;

/// <summary>The rules of an EndpointSlice.</summary>
internal static class EndpointSliceValidation
{
    private const string FullyQualified = "FQDN";
    private const int MaximumEndpoints = 1000;
    private const int MaximumAddresses = 100;
    private const int MaximumPorts = 20000;

    public static void Check(EndpointSlice slice, FieldErrors errors)
    {
        FieldRules.OneOf(slice.AddressType, FieldPath.Of("addressType"), errors, FullyQualified, IPFamily.IPv4, IPFamily.IPv6);
        CheckEndpoints(slice, errors);
        CheckPorts(slice.Ports ?? [], errors);
    }

    public static void CheckUpdate(EndpointSlice slice, EndpointSlice old, FieldErrors errors)
    {
        if (slice.AddressType != old.AddressType)
        {
            errors.Immutable(FieldPath.Of("addressType"), slice.AddressType);
        }
    }

    private static void CheckEndpoints(EndpointSlice slice, FieldErrors errors)
    {
        var (path, endpoints) = (FieldPath.Of("endpoints"), slice.Endpoints ?? []);
        if (endpoints.Count > MaximumEndpoints)
        {
            errors.TooMany(path, endpoints.Count, MaximumEndpoints);
            return;
        }

        for (var i = 0; i < endpoints.Count; i++)
        {
            var (addresses, at) = (endpoints[i].Addresses ?? [], path.Index(i).Child("addresses"));
            if (addresses.Count == 0)
            {
                errors.Required(at, "must contain at least 1 address");
            }
            else if (addresses.Count > MaximumAddresses)
            {
                errors.TooMany(at, addresses.Count, MaximumAddresses);
            }

            for (var j = 0; j < addresses.Count; j++)
            {
                CheckAddress(addresses[j], slice.AddressType, at.Index(j), errors);
            }

            FieldRules.Name(endpoints[i].NodeName, ObjectNames.DnsSubdomainError, path.Index(i).Child("nodeName"), errors);
            FieldRules.Name(endpoints[i].Hostname, ObjectNames.DnsLabelError, path.Index(i).Child("hostname"), errors);
        }
    }

    private static void CheckAddress(string address, string? type, FieldPath path, FieldErrors errors)
    {
        switch (type)
        {
            case IPFamily.IPv4 when !FieldRules.IsIP(address) || address.Contains(':', StringComparison.Ordinal):
                errors.Invalid(path, address, "must be an IPv4 address");
                break;
            case IPFamily.IPv6 when !FieldRules.IsIP(address) || !address.Contains(':', StringComparison.Ordinal):
                errors.Invalid(path, address, "must be an IPv6 address");
                break;
            case IPFamily.IPv4 or IPFamily.IPv6:
                AddressRules.Check(address, path, errors);
                break;
            case FullyQualified:
                FieldRules.Name(address, ObjectNames.DnsSubdomainError, path, errors);
                break;
        }
    }

    private static void CheckPorts(List<EndpointPort> ports, FieldErrors errors)
    {
        var path = FieldPath.Of("ports");
        if (ports.Count > MaximumPorts)
        {
            errors.TooMany(path, ports.Count, MaximumPorts);
            return;
        }

        var names = new HashSet<string>();
        for (var i = 0; i < ports.Count; i++)
        {
            FieldRules.Name(ports[i].Name, ObjectNames.DnsLabelError, path.Index(i).Child("name"), errors);
            if (!names.Add(ports[i].Name ?? ""))
            {
                errors.Duplicate(path.Index(i).Child("name"), ports[i].Name);
            }

            if (ports[i].Port is not null)
            {
                FieldRules.Port(ports[i].Port, path.Index(i).Child("port"), errors);
            }

            FieldRules.OneOf(ports[i].Protocol, path.Index(i).Child("protocol"), errors, Protocol.SCTP, Protocol.TCP, Protocol.UDP);
        }
    }
}
