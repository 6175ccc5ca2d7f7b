using System.Net;

namespace Kube.Kubelet.Sandboxes;

/// <summary>
/// The pod addresses of one node: every address of its range but the network's, the gateway (the first) and the last.
/// They are handed out in turn, so that an address given back is not at once somebody else's. A pod keeps its address for life,
/// across new sandboxes. Not persisted: after a restart it is filled from the labels of the sandboxes. Safe for concurrent use.
/// </summary>
internal sealed class AddressPool
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, uint> _byPod = [];
    private readonly HashSet<uint> _taken = [];
    private readonly uint _first;
    private readonly uint _count;
    private uint _next;

    public AddressPool(IPNetwork range)
    {
        if (range.PrefixLength > 30)
        {
            throw new ArgumentException($"the pod range {range} has no room for pods");
        }

        Range = range;
        var start = ToNumber(range.BaseAddress);
        var size = 1u << (32 - range.PrefixLength);
        Gateway = FromNumber(start + 1);
        _first = start + 2;
        _count = size - 3;
    }

    public IPNetwork Range { get; }

    public IPAddress Gateway { get; }

    /// <summary>The pod's address, taken from the pool the first time.</summary>
    public IPAddress Take(string podUid)
    {
        lock (_lock)
        {
            if (_byPod.TryGetValue(podUid, out var known))
            {
                return FromNumber(known);
            }

            for (uint i = 0; i < _count; i++)
            {
                var candidate = _first + ((_next + i) % _count);
                if (_taken.Add(candidate))
                {
                    _next = candidate - _first + 1;
                    _byPod[podUid] = candidate;
                    return FromNumber(candidate);
                }
            }
        }

        throw new InvalidOperationException($"no addresses left in {Range}");
    }

    /// <summary>Notes that a pod has an address already.</summary>
    public void Adopt(string podUid, IPAddress address)
    {
        var number = ToNumber(address);
        lock (_lock)
        {
            if (Range.Contains(address) && _taken.Add(number))
            {
                _byPod[podUid] = number;
                _next = Math.Max(_next, number - _first + 1);
            }
        }
    }

    public void Release(string podUid)
    {
        lock (_lock)
        {
            if (_byPod.Remove(podUid, out var number))
            {
                _taken.Remove(number);
            }
        }
    }

    private static uint ToNumber(IPAddress address) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());

    private static IPAddress FromNumber(uint number)
    {
        Span<byte> bytes = stackalloc byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return new IPAddress(bytes);
    }
}
