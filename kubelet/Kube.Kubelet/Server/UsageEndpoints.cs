using System.Globalization;
using System.Text;
using System.Text.Json;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kube.Kubelet.Server;

/// <summary>What the node, its pods and their containers use of processor and memory: as a summary, and as metrics to scrape.</summary>
internal sealed class UsageEndpoints(IPodSource pods, NodeReading node, TimeProvider time)
{
    private readonly CpuRates _rates = new(time);

    public void Map(WebApplication app)
    {
        // The machine was not started with us: the first who asks is told what was used since now.
        if (node.Usage() is { } machine)
        {
            _rates.Of("", machine);
            _rates.Turn();
        }

        app.MapGet("/stats/summary", SummaryAsync);
        app.MapGet("/metrics/resource", MetricsAsync);
    }

    private Task SummaryAsync(HttpContext http)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var machine = node.Usage();
        var summary = new StatsSummary
        {
            Node = new NodeStats { NodeName = node.Name, Cpu = Cpu(now, "", machine), Memory = Memory(now, machine) },
            Pods = [.. PodUsage.Read(pods).Select(p => StatsOf(now, p))],
        };
        _rates.Turn();
        http.Response.ContentType = "application/json";
        return http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(summary, StatsJson.Default.StatsSummary)).AsTask();
    }

    private PodStats StatsOf(DateTime now, PodUsage pod) => new()
    {
        PodRef = new PodReference { Name = pod.Pod.Name(), Namespace = pod.Pod.Namespace(), Uid = pod.Pod.Uid() },
        StartTime = pod.Pod.Status?.StartTime,
        Cpu = Cpu(now, pod.Pod.Uid(), pod.Total),
        Memory = Memory(now, pod.Total),
        Containers =
        [
            .. pod.Containers.Select(c => new ContainerStats
            {
                Name = c.Container.Name,
                StartTime = c.Container.StartedAt,
                Cpu = Cpu(now, c.Container.Id, c.Usage),
                Memory = Memory(now, c.Usage),
            }),
        ],
    };

    private CpuStats? Cpu(DateTime now, string key, ResourceUsage? usage) =>
        usage is null ? null : new CpuStats { Time = now, UsageNanoCores = _rates.Of(key, usage), UsageCoreNanoSeconds = usage.CpuNanoseconds };

    private static MemoryStats? Memory(DateTime now, ResourceUsage? usage) =>
        usage is null ? null : new MemoryStats { Time = now, UsageBytes = usage.Usage, WorkingSetBytes = usage.WorkingSet };

    private Task MetricsAsync(HttpContext http)
    {
        http.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        return http.Response.WriteAsync(MetricsText());
    }

    private string MetricsText()
    {
        var all = PodUsage.Read(pods).ToList();
        var containers = all.SelectMany(p => p.Containers.Select(c => (Labels: Labels(p, c.Container.Name), c.Usage))).ToList();
        var whole = all.Select(p => (Labels: Labels(p, null), Usage: p.Total)).ToList();
        var machine = node.Usage() is { } usage ? new List<(string, ResourceUsage)> { ("", usage) } : [];
        var text = new StringBuilder();
        Write(text, "container_cpu_usage_seconds_total", "counter", "Processor time a container has used.", containers, Seconds);
        Write(text, "container_memory_working_set_bytes", "gauge", "Working set of a container.", containers, WorkingSet);
        Write(text, "container_start_time_seconds", "gauge", "When a container started, in seconds since 1970.", containers, Start);
        Write(text, "node_cpu_usage_seconds_total", "counter", "Processor time the node has used.", machine, Seconds);
        Write(text, "node_memory_working_set_bytes", "gauge", "Working set of the node.", machine, WorkingSet);
        Write(text, "pod_cpu_usage_seconds_total", "counter", "Processor time a pod has used.", whole, Seconds);
        Write(text, "pod_memory_working_set_bytes", "gauge", "Working set of a pod.", whole, WorkingSet);
        text.Append("# HELP resource_scrape_error 1 if there was an error while getting the metrics, 0 otherwise.\n# TYPE resource_scrape_error gauge\nresource_scrape_error 0\n");
        return text.ToString();
    }

    private void Write(StringBuilder text, string name, string type, string help, List<(string Labels, ResourceUsage Usage)> rows, Func<ResourceUsage, string> value)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
        foreach (var (labels, usage) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {value(usage)} {now}\n");
        }
    }

    private static string Labels(PodUsage pod, string? container) =>
        $"{{{(container is null ? "" : $"container=\"{container}\",")}namespace=\"{pod.Pod.Namespace()}\",pod=\"{pod.Pod.Name()}\"}}";

    private static string Seconds(ResourceUsage usage) => (usage.CpuNanoseconds / 1e9).ToString("R", CultureInfo.InvariantCulture);

    private static string WorkingSet(ResourceUsage usage) => usage.WorkingSet.ToString(CultureInfo.InvariantCulture);

    private static string Start(ResourceUsage usage) =>
        ((usage.StartedAt ?? DateTime.UnixEpoch) - DateTime.UnixEpoch).TotalSeconds.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>The node a server speaks for.</summary>
internal sealed record NodeReading(string Name, Func<ResourceUsage?> Usage);
