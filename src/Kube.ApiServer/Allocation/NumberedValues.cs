using System.Globalization;
using System.Net;

namespace Kube.ApiServer.Allocation;

/// <summary>The values of a pool by number. The lower band is for people who choose a value themselves; the server chooses from it last.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="LowerBand">How many of the first are given last.</param>
/// <param name="ValueAt">The value of a number from 0 on.</param>
/// <param name="Reserved">Numbers the server never chooses.</param>
internal sealed record NumberedValues(long Count, long LowerBand, Func<long, string> ValueAt, IReadOnlyList<long> Reserved)
{
    private const int MaximumAddressBand = 256;
    private const int MaximumPortBand = 128;
    private const int MinimumBand = 16;

    /// <summary>Addresses of a range. The first is the API server's own Service, the tenth cluster DNS.</summary>
    public static NumberedValues Addresses(IPNetwork range)
    {
        var size = AddressRange.Size(range);
        return new(size, Band(size, 16, MaximumAddressBand), n => AddressRange.Offset(range, n + 1).ToString(), [0, 9]);
    }

    /// <summary>Ports from a first to a last.</summary>
    public static NumberedValues Ports(int first, int last)
    {
        var size = last - first + 1;
        return new(size, Band(size, 32, MaximumPortBand), n => (first + n).ToString(CultureInfo.InvariantCulture), []);
    }

    /// <summary>All numbers in the order they are tried: the upper band from a random one on, around, then the lower band.</summary>
    public IEnumerable<long> Order(Func<long, long> random)
    {
        var upper = Count - LowerBand;
        var start = upper > 0 ? random(upper) : 0;
        for (var i = 0L; i < upper; i++)
        {
            yield return LowerBand + ((start + i) % upper);
        }

        for (var i = 0L; i < LowerBand; i++)
        {
            if (!Reserved.Contains(i))
            {
                yield return i;
            }
        }
    }

    /// <summary>Kubernetes' rule for the size of the lower band.</summary>
    private static long Band(long size, int divisor, int maximum) => size <= MinimumBand ? size : Math.Min(Math.Max(MinimumBand, size / divisor), maximum);
}
