using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Kube.Api.Resources.Networking;

/// <summary>Ranges of addresses.</summary>
internal static class CidrRules
{
    /// <summary>What a range must be.</summary>
    public const string Text = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";

    /// <summary>Address and prefix length; null for what is no range. The address may have bits beyond the prefix.</summary>
    public static (IPAddress Address, int Length)? Parse(string? cidr) => FieldRules.IsCidr(cidr) && cidr!.Split('/') is [var address, var length]
        ? (IPAddress.Parse(address), int.Parse(length, CultureInfo.InvariantCulture))
        : null;

    /// <summary>Whether an address is in a range.</summary>
    public static bool Contains(IPAddress range, int length, IPAddress address) => range.AddressFamily == address.AddressFamily && Masked(range, length).Equals(Masked(address, length));

    /// <summary>The first address of a range.</summary>
    public static IPAddress Masked(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] &= (byte)(0xff00 >> Math.Clamp(length - (i * 8), 0, 8));
        }

        return new IPAddress(bytes);
    }

    /// <summary>True for IPv6.</summary>
    public static bool IsV6(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6;
}
