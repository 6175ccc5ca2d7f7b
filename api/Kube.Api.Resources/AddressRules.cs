using System.Net;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources;

/// <summary>Addresses that traffic is sent to: no address that every machine uses for itself.</summary>
internal static class AddressRules
{
    public static void Check(string? value, FieldPath path, FieldErrors errors)
    {
        if (!FieldRules.IsIP(value))
        {
            FieldRules.IP(value, path, errors);
            return;
        }

        var address = IPAddress.Parse(value!);
        var bytes = address.GetAddressBytes();
        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            errors.Invalid(path, value, "may not be unspecified (0.0.0.0 or ::)");
        }

        if (IPAddress.IsLoopback(address))
        {
            errors.Invalid(path, value, "may not be in the loopback range (127.0.0.0/8, ::1/128)");
        }

        if (address.IsIPv6LinkLocal || bytes is [169, 254, _, _])
        {
            errors.Invalid(path, value, "may not be in the link-local range (169.254.0.0/16, fe80::/10)");
        }

        if (bytes is [224, 0, 0, _] or [0xff, 0x02, ..])
        {
            errors.Invalid(path, value, "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)");
        }
    }
}
