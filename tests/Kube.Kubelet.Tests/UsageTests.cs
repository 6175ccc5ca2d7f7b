using System.Text;
using System.Text.Json;
using Kube.Kubelet.Node;
using Kube.Kubelet.Runtime;
using Kube.Kubelet.Server;
using Kube.Testing;

namespace Kube.Kubelet.Tests;

public sealed class UsageTests
{
    private static readonly ContainerSnapshot s_container = new()
    {
        Id = "c1",
        Pid = 42,
        Phase = ContainerPhase.Running,
        Identity = new ContainerIdentity { Node = "n", Role = ContainerRole.App, PodUid = "u", PodNamespace = "default", PodName = "p", ContainerName = "main" },
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CgroupUsage_EitherVersion_IsRead(bool unified)
    {
        var root = Directory.CreateTempSubdirectory("cgroup-").FullName;
        try
        {
            Write(root, "proc/42/cgroup", unified ? "0::/docker/c1\n" : "4:memory:/docker/c1\n2:cpuacct,cpu:/docker/c1\n0::/\n");
            if (unified)
            {
                Write(root, "fs/cgroup.controllers", "cpu memory");
                Write(root, "fs/docker/c1/cpu.stat", "usage_usec 1500000\nuser_usec 1\n");
                Write(root, "fs/docker/c1/memory.current", "5000\n");
                Write(root, "fs/docker/c1/memory.stat", "anon 1\ninactive_file 2000\n");
            }
            else
            {
                Write(root, "fs/cpuacct/docker/c1/cpuacct.usage", "1500000000\n");
                Write(root, "fs/memory/docker/c1/memory.usage_in_bytes", "5000\n");
                Write(root, "fs/memory/docker/c1/memory.stat", "inactive_file 7\ntotal_inactive_file 2000\n");
            }

            Assert.Equal(new ResourceUsage(1_500_000_000, 3000, 5000, null), new CgroupUsage($"{root}/fs", $"{root}/proc").Of(s_container));
            Assert.Null(new CgroupUsage($"{root}/fs", $"{root}/proc").Of(s_container with { Pid = 43 }));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public void CpuRates_TwoReadingsApart_TellWhatWasUsedBetween()
    {
        var time = new FakeTimeProvider();
        var rates = new CpuRates(time);
        var started = time.GetUtcNow().UtcDateTime.AddSeconds(-10);
        Assert.Equal(200_000_000, Read(2));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200_000_000, Read(3));
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(500_000_000, Read(7));
        Assert.Null(rates.Of("other", new ResourceUsage(1, 0, 0, null)));

        long? Read(long seconds)
        {
            var rate = rates.Of("c", new ResourceUsage(seconds * 1_000_000_000, 0, 0, started));
            rates.Turn();
            return rate;
        }
    }

    [Fact]
    public async Task Summary_OfABusyPod_CountsItsWork()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = await StreamTests.RunAsync(node, "while true; do true; done");
        await using var server = await StreamServer.StartAsync(node, pod);
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(20), async () =>
        {
            using var summary = JsonDocument.Parse(await GetAsync(server, "/stats/summary"));
            var stats = summary.RootElement.GetProperty("pods")[0];
            var main = stats.GetProperty("containers")[0];
            Assert.Equal(("web", "main"), (stats.GetProperty("podRef").GetProperty("name").GetString(), main.GetProperty("name").GetString()));
            Assert.True(main.GetProperty("memory").GetProperty("workingSetBytes").GetInt64() > 0);
            Assert.True(summary.RootElement.GetProperty("node").GetProperty("memory").GetProperty("workingSetBytes").GetInt64() > 1 << 20);
            return main.GetProperty("cpu").GetProperty("usageCoreNanoSeconds").GetInt64() is var used and < 50_000_000 ? $"{used} ns" : null;
        });
        var metrics = await GetAsync(server, "/metrics/resource");
        Assert.Matches("container_cpu_usage_seconds_total{container=\"main\",namespace=\"default\",pod=\"web\"} [0-9.]+ [0-9]+\n", metrics);
        Assert.Matches("pod_memory_working_set_bytes{namespace=\"default\",pod=\"web\"} [0-9]+ [0-9]+\n", metrics);
        Assert.Matches("node_cpu_usage_seconds_total [0-9.]+ [0-9]+\n", metrics);
        Assert.Contains("\"name\":\"web\"", await GetAsync(server, "/runningpods"), StringComparison.Ordinal);
    }

    private static async Task<string> GetAsync(StreamServer server, string path)
    {
        using var answer = await server.Client.SendAsync(HttpMethod.Get, path);
        return await answer.Content.ReadAsStringAsync();
    }

    private static void Write(string root, string path, string text)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, Encoding.ASCII);
    }
}
