using System.Buffers.Binary;
using System.Net;

namespace Kube.Controllers.NodeIpam;

/// <summary>
/// The cluster's IPv4 range cut into blocks of one size. Blocks are given out in order and a returned one is used again only after all others,
/// because routes and connections to it may live on for a while. Not safe for concurrent use.
/// </summary>
internal sealed class CidrPool
{
    private readonly IPNetwork _cluster;
    private readonly int _maskSize;
    private readonly HashSet<int> _used = [];
    private int _next;

    /// <param name="cluster">The whole range.</param>
    /// <param name="maskSize">Prefix length of one block; at most 16 bits longer than the range's.</param>
    public CidrPool(IPNetwork cluster, int maskSize)
    {
        if (cluster.BaseAddress.AddressFamily != System.Net.Sockets.AddressFamily.InterNetwork)
        {
            throw new ArgumentException($"the cluster CIDR {cluster} is not IPv4");
        }

        if (maskSize < cluster.PrefixLength || maskSize > 30 || maskSize - cluster.PrefixLength > 16)
        {
            throw new ArgumentException($"a node mask of /{maskSize} does not fit the cluster CIDR {cluster}");
        }

        _cluster = cluster;
        _maskSize = maskSize;
    }

    /// <summary>How many blocks there are.</summary>
    public int Size => 1 << (_maskSize - _cluster.PrefixLength);

    /// <summary>A free block, or null when all are taken.</summary>
    public string? Allocate()
    {
        for (var i = 0; i < Size; i++)
        {
            var index = (_next + i) % Size;
            if (_used.Add(index))
            {
                _next = (index + 1) % Size;
                return Block(index);
            }
        }

        return null;
    }

    /// <summary>Notes that a block is in use, and everything that overlaps it. What lies outside the range is nobody's concern here.</summary>
    public void Occupy(string cidr) => ForEach(cidr, index => _used.Add(index));

    /// <summary>Gives a block back.</summary>
    public void Release(string cidr) => ForEach(cidr, index => _used.Remove(index));

    private string Block(int index)
    {
        var address = Number(_cluster.BaseAddress) + ((uint)index << (32 - _maskSize));
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, address);
        return $"{new IPAddress(bytes)}/{_maskSize}";
    }

    private void ForEach(string cidr, Action<int> action)
    {
        if (!IPNetwork.TryParse(cidr, out var block) || !_cluster.Contains(block.BaseAddress) || block.PrefixLength < _cluster.PrefixLength)
        {
            return;
        }

        var first = (int)((Number(block.BaseAddress) - Number(_cluster.BaseAddress)) >> (32 - _maskSize));
        var count = block.PrefixLength >= _maskSize ? 1 : 1 << (_maskSize - block.PrefixLength);
        for (var i = 0; i < count; i++)
        {
            action(first + i);
        }
    }

    private static uint Number(IPAddress address) => BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());
}
