using System.Text.Json.Serialization;

namespace Kube.Kubelet.Server;

// The shapes of /stats/summary, as far as they are filled in here. Property names are the wire names with a capital letter.
internal sealed class StatsSummary
{
    public NodeStats? Node { get; set; }

    public List<PodStats>? Pods { get; set; }
}

internal sealed class NodeStats
{
    public string? NodeName { get; set; }

    public CpuStats? Cpu { get; set; }

    public MemoryStats? Memory { get; set; }
}

internal sealed class PodStats
{
    public PodReference? PodRef { get; set; }

    public DateTime? StartTime { get; set; }

    public List<ContainerStats>? Containers { get; set; }

    public CpuStats? Cpu { get; set; }

    public MemoryStats? Memory { get; set; }
}

internal sealed class PodReference
{
    public string? Name { get; set; }

    public string? Namespace { get; set; }

    public string? Uid { get; set; }
}

internal sealed class ContainerStats
{
    public string? Name { get; set; }

    public DateTime? StartTime { get; set; }

    public CpuStats? Cpu { get; set; }

    public MemoryStats? Memory { get; set; }
}

internal sealed class CpuStats
{
    public DateTime Time { get; set; }

    public long? UsageNanoCores { get; set; }

    public long UsageCoreNanoSeconds { get; set; }
}

internal sealed class MemoryStats
{
    public DateTime Time { get; set; }

    public long UsageBytes { get; set; }

    public long WorkingSetBytes { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StatsSummary))]
internal sealed partial class StatsJson : JsonSerializerContext;
