using System.Buffers.Binary;
using System.Net;

namespace Kube.ApiServer.Allocation;

/// <summary>Arithmetic on an IPv4 range: its addresses by number.</summary>
internal static class AddressRange
{
    /// <summary>How many addresses may be given: all but the network's and the broadcast address.</summary>
    public static long Size(IPNetwork range) => (1L << (32 - range.PrefixLength)) - 2;

    /// <summary>The address at an offset from the network's own.</summary>
    public static IPAddress Offset(IPNetwork range, long offset)
    {
        Span<byte> bytes = stackalloc byte[4];
        range.BaseAddress.TryWriteBytes(bytes, out _);
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)(BinaryPrimitives.ReadUInt32BigEndian(bytes) + offset));
        return new IPAddress(bytes);
    }

    /// <summary>Whether an address may be given to a Service.</summary>
    public static bool Holds(IPNetwork range, IPAddress address) =>
        range.Contains(address) && !address.Equals(range.BaseAddress) && !address.Equals(Offset(range, Size(range) + 1));
}
