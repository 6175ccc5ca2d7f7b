using System.Net;
using System.Net.Sockets;
using Kube.Testing;

namespace Kube.Hosting.Tests;

public sealed class ComponentTests
{
    private static readonly ComponentInfo s_info = new("test", "Tests.", 0);

    [Theory]
    [InlineData(0, "--help")]
    [InlineData(2, "--unknown")]
    [InlineData(2, "--log-format=xml")]
    [InlineData(2, "--bind-address=0.0.0.0")]
    public async Task RunAsync_FlagsAlone_EndWithTheirCode(int code, string arg) =>
        Assert.Equal(code, await RunAsync([arg], (_, _) => throw new InvalidOperationException("not reached")));

    [Fact]
    public async Task RunAsync_Ends_IsSuccess() => Assert.Equal(0, await RunAsync([], (_, _) => Task.CompletedTask));

    [Fact]
    public async Task RunAsync_CannotStart_IsOne() =>
        Assert.Equal(1, await RunAsync([], (_, _) => throw new StartupException("no")));

    [Fact]
    public async Task RunAsync_PortTaken_IsOne()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        Assert.Equal(1, await RunAsync(["--port", Port(taken)], (_, _) => Task.CompletedTask));
    }

    [Fact]
    public async Task RunAsync_Running_ServesHealthAndMetrics()
    {
        var port = FreePort.Next().ToString(System.Globalization.CultureInfo.InvariantCulture);
        string? trouble = "not yet";
        var code = await RunAsync(["--port", port], async (host, ct) =>
        {
            host.Health.AddReady("cache", () => trouble);
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            Assert.Equal("ok", await http.GetStringAsync(new Uri("/livez", UriKind.Relative), ct));
            using var notReady = await http.GetAsync(new Uri("/readyz", UriKind.Relative), ct);
            Assert.Equal((HttpStatusCode.InternalServerError, "[+]ping ok\n[-]cache failed: not yet\n"), (notReady.StatusCode, await notReady.Content.ReadAsStringAsync(ct)));
            trouble = null;
            Assert.Equal("[+]ping ok\n[+]cache ok\n", await http.GetStringAsync(new Uri("/readyz?verbose", UriKind.Relative), ct));
            Assert.Contains("process_resident_memory_bytes", await http.GetStringAsync(new Uri("/metrics", UriKind.Relative), ct), StringComparison.Ordinal);
        });
        Assert.Equal(0, code);
    }

    private static string Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Task<int> RunAsync(string[] args, Func<ComponentHost, CancellationToken, Task> run) =>
        Component.RunAsync(s_info, args, _ => 0, (host, _, ct) => run(host, ct));
}
