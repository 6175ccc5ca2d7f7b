namespace Kube.Integration.Tests.Streams;

/// <summary>logs by kctl, beside kubectl where that prints the same.</summary>
public sealed class LogsTests
{
    [Fact]
    public async Task Logs_SameWords_PrintWhatKubectlPrints()
    {
        await using var cluster = await StreamCluster.StartAsync();
        await cluster.AddPodAsync("web-2");
        foreach (var words in new[]
        {
            "web -c front", "web", "web --all-containers | sort", "web back --tail=1", "-l tier=front --prefix --all-containers | sort", "-l tier=front --tail=2 | sort", "-l app=none",
            "web --since=90s --timestamps -c back", "web --limit-bytes=5 --previous -c front", "web -c other", "web other extra", "-l tier=front web", "web --tail=-2",
            "-l tier=front -f --all-containers", "-l tier=front -f --all-containers --max-log-requests=6 --prefix | sort", "none",
        })
        {
            var (ours, theirs) = (await cluster.TryAsync($"$KCTL logs {words}"), await cluster.TryAsync($"$KUBECTL logs {words}"));
            Assert.Equal((words, theirs.Output), (words, ours.Output));
            Assert.Equal((words, theirs.ExitCode), (words, ours.ExitCode));
        }
    }

    [Fact]
    public async Task Logs_CannotBe_SaysWhy()
    {
        await using var cluster = await StreamCluster.StartAsync();
        await cluster.AddPodAsync("web-2");
        foreach (var (words, message) in new[]
        {
            ("-l tier=front -f --all-containers", "you are attempting to follow 6 log streams, but maximum allowed concurrency is 5, use --max-log-requests to increase the limit"),
            ("web -c other", "container other is not valid for pod web"),
            ("web --since=1s --since-time=2026-01-01T00:00:00Z", "at most one of `sinceTime` or `sinceSeconds` may be specified"),
            ("web front -c back", "only one of -c or an inline [CONTAINER] arg is allowed"),
        })
        {
            Assert.Contains(message, (await cluster.TryAsync($"$KCTL logs {words}")).Error, StringComparison.Ordinal);
        }
    }
}
