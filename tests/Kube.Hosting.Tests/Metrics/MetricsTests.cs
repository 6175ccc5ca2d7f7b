namespace Kube.Hosting.Tests.Metrics;

public sealed class MetricsTests
{
    private readonly Kube.Hosting.Metrics _metrics = new();

    [Fact]
    public void WriteTo_AllKinds_IsPrometheusText()
    {
        var counter = _metrics.Counter("requests_total", "Requests.", "verb", "code");
        counter.Increment("get", "200");
        counter.Add(2, "get", "200");
        counter.Increment("say \"x\"\n", "500");
        _metrics.Gauge("depth", "Depth.").Set(1.5);
        _metrics.Gauge("asked", "Asked.", () => 7);
        var histogram = _metrics.Histogram("wait_seconds", "Wait.", [0.1, 1]);
        histogram.Observe(0.1);
        histogram.Observe(TimeSpan.FromSeconds(5));

        Assert.Equal(
            """
            # HELP asked Asked.
            # TYPE asked gauge
            asked 7
            # HELP depth Depth.
            # TYPE depth gauge
            depth 1.5
            # HELP requests_total Requests.
            # TYPE requests_total counter
            requests_total{verb="get",code="200"} 3
            requests_total{verb="say \"x\"\n",code="500"} 1
            # HELP wait_seconds Wait.
            # TYPE wait_seconds histogram
            wait_seconds_bucket{le="0.1"} 1
            wait_seconds_bucket{le="1"} 1
            wait_seconds_bucket{le="+Inf"} 2
            wait_seconds_sum 5.1
            wait_seconds_count 2

            """,
            Text());
    }

    [Fact]
    public void Increment_FromManyThreads_LosesNothing()
    {
        var counter = _metrics.Counter("c_total", "C.");
        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                counter.Increment();
            }
        });
        Assert.Contains("c_total 80000\n", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Increment_WrongNumberOfLabels_IsAnError() =>
        Assert.Throws<ArgumentException>(() => _metrics.Counter("c_total", "C.", "verb").Increment());

    private string Text()
    {
        using var text = new StringWriter();
        _metrics.WriteTo(text);
        return text.ToString();
    }
}
