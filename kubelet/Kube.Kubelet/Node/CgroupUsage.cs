using System.Globalization;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Node;

/// <summary>Usage as the kernel's control groups count it, version 2 or 1; found through the process of each container.</summary>
/// <param name="root">Where control groups are mounted.</param>
/// <param name="proc">Where processes are described.</param>
internal sealed class CgroupUsage(string root = "/sys/fs/cgroup", string proc = "/proc") : IResourceUsage
{
    // The kernel tells processor time in hundredths of a second there.
    private const long NanosecondsPerTick = 10_000_000;
    private const int Idle = 3;
    private const int IoWait = 4;
    private const int Guest = 8;

    public ResourceUsage? Of(ContainerSnapshot container)
    {
        var groups = ProcFile.Text($"{proc}/{container.Pid}/cgroup").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var unified = File.Exists($"{root}/cgroup.controllers");
        return container.Pid <= 0 || groups.Length == 0 ? null
            : unified ? OfVersion2(root + PathOf(groups, ""), container.StartedAt)
            : OfVersion1($"{root}/cpuacct{PathOf(groups, "cpuacct")}", $"{root}/memory{PathOf(groups, "memory")}", container.StartedAt);
    }

    public ResourceUsage? OfMachine()
    {
        // user, nice, system, idle, iowait, irq, softirq, steal; guests are counted as user already.
        var times = ProcFile.Text($"{proc}/stat").Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(Guest).Select(Number).ToArray();
        var busy = times.Where((_, i) => i is not (Idle or IoWait)).Sum();
        var total = ProcFile.MemoryKilobytes("MemTotal:") * 1024;
        var inUse = total - (ProcFile.MemoryKilobytes("MemAvailable:") * 1024);
        return new ResourceUsage(busy * NanosecondsPerTick, inUse, total - (ProcFile.MemoryKilobytes("MemFree:") * 1024), null);
    }

    private static ResourceUsage? OfVersion2(string group, DateTime? startedAt) =>
        Field($"{group}/cpu.stat", "usage_usec") is { } cpu && FieldOrAll($"{group}/memory.current") is { } memory
            ? New(cpu * 1000, memory, Field($"{group}/memory.stat", "inactive_file") ?? 0, startedAt)
            : null;

    private static ResourceUsage? OfVersion1(string cpuGroup, string memoryGroup, DateTime? startedAt) =>
        FieldOrAll($"{cpuGroup}/cpuacct.usage") is { } cpu && FieldOrAll($"{memoryGroup}/memory.usage_in_bytes") is { } memory
            ? New(cpu, memory, Field($"{memoryGroup}/memory.stat", "total_inactive_file") ?? 0, startedAt)
            : null;

    private static ResourceUsage New(long cpu, long memory, long inactive, DateTime? startedAt) => new(cpu, Math.Max(0, memory - inactive), memory, startedAt);

    // Lines of "number:controllers:path"; version 2 has one, without controllers.
    private static string PathOf(string[] groups, string controller) =>
        groups.Select(g => g.Split(':', 3)).FirstOrDefault(g => g.Length == 3 && g[1].Split(',').Contains(controller))?[2].TrimEnd('/') ?? "";

    private static long? Field(string file, string name) =>
        ProcFile.Text(file).Split('\n').FirstOrDefault(l => l.StartsWith(name + " ", StringComparison.Ordinal)) is { } line ? Number(line[(name.Length + 1)..]) : null;

    private static long? FieldOrAll(string file) => ProcFile.Text(file) is { Length: > 0 } text ? Number(text) : null;

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
