using Kube.Api;

namespace Kube.Kubelet.Node;

/// <summary>What the machine has, unless flags say otherwise.</summary>
internal static class NodeCapacity
{
    public static Dictionary<string, Quantity> Read(string rootDirectory, string cpu, string memory, int maxPods) =>
        Of(cpu, memory, DiskSize(rootDirectory), maxPods);

    /// <summary>A capacity; CPU and memory are the machine's where they are empty.</summary>
    public static Dictionary<string, Quantity> Of(string cpu, string memory, long disk, int maxPods) => new()
    {
        ["cpu"] = cpu.Length > 0 ? Quantity.Parse(cpu) : Quantity.FromLong(Environment.ProcessorCount),
        ["memory"] = memory.Length > 0 ? Quantity.Parse(memory) : Quantity.FromLong(MachineMemory(), QuantityFormat.BinarySI),
        ["ephemeral-storage"] = Quantity.FromLong(disk, QuantityFormat.BinarySI),
        ["hugepages-1Gi"] = default,
        ["hugepages-2Mi"] = default,
        ["pods"] = Quantity.FromLong(maxPods),
    };

    private static long MachineMemory() => ProcFile.MemoryKilobytes("MemTotal:") * 1024;

    private static long DiskSize(string directory)
    {
        // Whole kibibytes, as Kubernetes prints it.
        var size = new DriveInfo(directory).TotalSize;
        return size - (size % 1024);
    }
}
