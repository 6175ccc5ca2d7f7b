using System.Diagnostics;

namespace Kube.Hosting;

/// <summary>What every process says about itself.</summary>
internal static class ProcessMetrics
{
    public static void Register(Metrics metrics)
    {
        metrics.Gauge("process_resident_memory_bytes", "Resident memory of the process.", () => Environment.WorkingSet);
        metrics.Counter("process_cpu_seconds_total", "Processor time used by the process.", () => Environment.CpuUsage.TotalTime.TotalSeconds);
        metrics.Gauge("process_start_time_seconds", "When the process started, in seconds since 1970.", StartTime);
        metrics.Gauge("process_threads", "Threads of the thread pool.", () => ThreadPool.ThreadCount);
        metrics.Gauge("dotnet_gc_heap_bytes", "Bytes in the managed heap.", () => GC.GetTotalMemory(forceFullCollection: false));
        metrics.Counter("dotnet_gc_collections_total", "Garbage collections of any generation.", () => GC.CollectionCount(0));
    }

    private static double StartTime()
    {
        using var self = Process.GetCurrentProcess();
        return new DateTimeOffset(self.StartTime.ToUniversalTime()).ToUnixTimeMilliseconds() / 1000.0;
    }
}
