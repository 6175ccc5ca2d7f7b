using Kube.Api;
using Kube.Api.Core.V1;

namespace Kube.Scheduler.Nodes;

/// <summary>Amounts of the resources the scheduler counts: thousandths of a CPU, bytes, and whole units of anything a node offers by name.</summary>
internal sealed class ResourceAmounts
{
    private Dictionary<string, long>? _extended;

    public long MilliCpu { get; set; }

    public long Memory { get; set; }

    public long EphemeralStorage { get; set; }

    /// <summary>How many pods a node takes; only meaningful for what a node offers.</summary>
    public long PodCount { get; set; }

    /// <summary>Extended resources and huge pages, by name.</summary>
    public IReadOnlyDictionary<string, long> Extended => _extended ?? s_none;

    public bool IsEmpty => MilliCpu == 0 && Memory == 0 && EphemeralStorage == 0 && (_extended is null || _extended.Values.All(v => v == 0));

    private static readonly Dictionary<string, long> s_none = [];

    public static ResourceAmounts From(IReadOnlyDictionary<string, Quantity>? list)
    {
        var amounts = new ResourceAmounts();
        foreach (var (name, quantity) in list ?? new Dictionary<string, Quantity>())
        {
            amounts.Set(name, name == ResourceName.Cpu ? quantity.MilliValue : quantity.LongValue);
        }

        return amounts;
    }

    public long Get(string name) => name switch
    {
        ResourceName.Cpu => MilliCpu,
        ResourceName.Memory => Memory,
        ResourceName.EphemeralStorage => EphemeralStorage,
        ResourceName.Pods => PodCount,
        _ => Extended.GetValueOrDefault(name),
    };

    public void Set(string name, long value)
    {
        switch (name)
        {
            case ResourceName.Cpu: MilliCpu = value; break;
            case ResourceName.Memory: Memory = value; break;
            case ResourceName.EphemeralStorage: EphemeralStorage = value; break;
            case ResourceName.Pods: PodCount = value; break;
            default: (_extended ??= new(StringComparer.Ordinal))[name] = value; break;
        }
    }

    public void Add(ResourceAmounts other) => Add(other, 1);

    public void Subtract(ResourceAmounts other) => Add(other, -1);

    /// <summary>Takes the larger of both, resource by resource.</summary>
    public void Max(ResourceAmounts other)
    {
        MilliCpu = Math.Max(MilliCpu, other.MilliCpu);
        Memory = Math.Max(Memory, other.Memory);
        EphemeralStorage = Math.Max(EphemeralStorage, other.EphemeralStorage);
        foreach (var (name, value) in other.Extended)
        {
            Set(name, Math.Max(Get(name), value));
        }
    }

    public ResourceAmounts Copy()
    {
        var copy = new ResourceAmounts { PodCount = PodCount };
        copy.Add(this);
        return copy;
    }

    public bool SameAs(ResourceAmounts other) => MilliCpu == other.MilliCpu && Memory == other.Memory && EphemeralStorage == other.EphemeralStorage
        && PodCount == other.PodCount && Extended.Count == other.Extended.Count
        && Extended.All(pair => other.Extended.TryGetValue(pair.Key, out var value) && value == pair.Value);

    /// <summary>True when some amount is smaller than in <paramref name="other"/>.</summary>
    public bool HasLessThan(ResourceAmounts other) => MilliCpu < other.MilliCpu || Memory < other.Memory || EphemeralStorage < other.EphemeralStorage
        || other.Extended.Any(pair => Get(pair.Key) < pair.Value);

    private void Add(ResourceAmounts other, long sign)
    {
        MilliCpu += sign * other.MilliCpu;
        Memory += sign * other.Memory;
        EphemeralStorage += sign * other.EphemeralStorage;
        if (other._extended is { } extended)
        {
            foreach (var (name, value) in extended)
            {
                Set(name, Get(name) + (sign * value));
            }
        }
    }
}
