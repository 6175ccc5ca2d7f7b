namespace Kube.Kubelet.Node;

/// <summary>Whether the machine runs short of something, by Kubernetes' default eviction thresholds.</summary>
internal sealed record NodePressure(bool Memory, bool Disk, bool Pids)
{
    private const long MinMemory = 100L << 20;
    private const double MinDisk = 0.10;
    private const double MaxPids = 0.95;

    public static NodePressure Read(string rootDirectory)
    {
        var drive = new DriveInfo(rootDirectory);
        var used = ProcFile.Text("/proc/loadavg").Split(' ') is [_, _, _, var tasks, ..] && int.TryParse(tasks.Split('/')[^1], out var threads) ? threads : 0;
        var max = long.TryParse(ProcFile.Text("/proc/sys/kernel/pid_max"), out var limit) ? limit : long.MaxValue;
        return new NodePressure(
            ProcFile.MemoryKilobytes("MemAvailable:") * 1024 < MinMemory,
            drive.AvailableFreeSpace < drive.TotalSize * MinDisk,
            used > max * MaxPids);
    }
}
