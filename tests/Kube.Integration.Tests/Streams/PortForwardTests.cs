using Kube.Testing;

namespace Kube.Integration.Tests.Streams;

/// <summary>port-forward by kctl, in front and in the background, and by kubectl.</summary>
public sealed class PortForwardTests
{
    [Theory]
    [InlineData("kctl")]
    [InlineData("1.27")]
    [InlineData("1.33")]
    public async Task Forward_ManyConnections_AllArrive(string program)
    {
        Assert.SkipWhen(program != "kctl" && KubectlClients.Find(program) is null, $"kubectl {program} is not installed");
        await using var cluster = await StreamCluster.StartAsync(program == "kctl" ? "1.33" : program);
        await using var echo = new EchoServer();
        using var forward = cluster.Start($"exec {(program == "kctl" ? "$KCTL" : "$KUBECTL")} port-forward pod/web :{echo.Port} --address 127.0.0.1");
        try
        {
            var line = await forward.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.Matches($@"^Forwarding from 127\.0\.0\.1:\d+ -> {echo.Port}$", line);
            var port = int.Parse(line!.Split(' ')[2].Split(':')[1]);
            await Task.WhenAll(Enumerable.Range(0, 30).Select(i => EchoServer.AskAsync(port, $"hello {i} {new string('x', 100_000)}")));
        }
        finally
        {
            forward.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task Forward_InTheBackground_IsListedFollowsThePodAndStops()
    {
        await using var cluster = await StreamCluster.StartAsync();
        await using var echo = new EchoServer();
        await cluster.RunAsync("$KCTL apply -f -", $"{{apiVersion: v1, kind: Service, metadata: {{name: web}}, spec: {{selector: {{tier: front}}, ports: [{{port: 80, targetPort: {echo.Port}}}]}}}}");
        var started = await cluster.RunAsync("$KCTL port-forward -d service/web :80 --address 127.0.0.1");
        var port = int.Parse(started.Output.Split(' ')[2].Split(':')[1]);
        Assert.Contains("In the background as \"service-web-80\"", started.Output, StringComparison.Ordinal);
        Assert.Contains($"service/web   127.0.0.1:{port} -> {echo.Port}", (await cluster.RunAsync("$KCTL port-forward --list")).Output, StringComparison.Ordinal);
        await EchoServer.AskAsync(port, "before");
        await cluster.AddPodAsync("web-2");
        await cluster.RunAsync("$KCTL delete pod web --grace-period=0 --force");
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(20), async () =>
            (await cluster.RunAsync("cat kctl/port-forward/service-web-80.log")).Output.Contains("pod web is gone; forwarding to pod web-2") ? null : "still the old pod");
        await EchoServer.AskAsync(port, "after");
        Assert.Contains("is forwarded in the background already", (await cluster.TryAsync("$KCTL port-forward -d service/web :80")).Error, StringComparison.Ordinal);
        Assert.Equal("service-web-80 stopped", (await cluster.RunAsync("$KCTL port-forward --stop service-web-80")).Text);
        Assert.Contains("Nothing is forwarded", (await cluster.RunAsync("$KCTL port-forward --list")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forward_CannotBe_SaysWhy()
    {
        await using var cluster = await StreamCluster.StartAsync();
        foreach (var (command, message) in new[]
        {
            ("port-forward web", "TYPE/NAME and list of ports are required for port-forward"),
            ("port-forward web x:80", "invalid port format 'x:80'"),
            ("port-forward web :nope", "Pod 'web' does not have a named port 'nope'"),
            ("port-forward none :80", "pods \"none\" not found"),
            ("port-forward web :80 --address nowhere", "nowhere is not a valid IP"),
            ("port-forward --stop none", "nothing is forwarded in the background as \"none\""),
            ("port-forward -d none :80", "pods \"none\" not found"),
        })
        {
            var result = await cluster.TryAsync($"$KCTL {command}");
            Assert.Equal(1, result.ExitCode);
            Assert.Contains(message, result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Forward_NobodyListensInThePod_SaysSo()
    {
        await using var cluster = await StreamCluster.StartAsync();
        using var forward = cluster.Start("exec $KCTL port-forward pod/web :1 --address 127.0.0.1");
        try
        {
            var port = int.Parse((await forward.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!.Split(' ')[2].Split(':')[1]);
            await Assert.ThrowsAnyAsync<Exception>(() => EchoServer.AskAsync(port, "anybody?"));
            Assert.Equal($"Handling connection for {port}", await forward.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            Assert.StartsWith($"an error occurred forwarding {port} -> 1: ", await forward.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            forward.Kill(entireProcessTree: true);
        }
    }
}
