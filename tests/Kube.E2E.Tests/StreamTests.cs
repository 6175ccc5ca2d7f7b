using System.Text.RegularExpressions;
using Kube.Testing;

namespace Kube.E2E.Tests;

/// <summary>
/// exec, cp, attach, port-forward and logs, the same script with every client: kubectl 1.27 and 1.30 speak SPDY, 1.33 and kctl WebSocket.
/// </summary>
public sealed partial class StreamTests(Cluster cluster)
{
    private const string Pods = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          terminationGracePeriodSeconds: 1
          containers:
          - name: main
            image: kube.local/echo:1
            command: ["sh", "-c", "seq 1 60000 > /www/f; echo ready to serve; exec httpd -f -p 127.0.0.1:8080 -h /www"]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: talk}
        spec:
          terminationGracePeriodSeconds: 1
          containers:
          - name: main
            image: kube.local/echo:1
            stdin: true
            command: ["sh", "-c", "while read line; do echo got $line; done"]
        """;

    private Shell Shell => cluster.Shell;

    [Theory]
    [InlineData("kubectl.1.27", "stream-k127")]
    [InlineData("kubectl.1.30", "stream-k130")]
    [InlineData("kubectl.1.33", "stream-k133")]
    [InlineData("kctl", "stream-kctl")]
    public async Task Streams_ExecCpAttachForwardLogs_WorkAlike(string client, string name)
    {
        await using var ns = await cluster.NamespaceAsync(name);
        var tool = $"{client} -n {name}";
        await Shell.RunAsync($"kctl -n {name} apply -f -", Pods);
        await Shell.RunAsync($"kctl -n {name} wait pod/web pod/talk --for=condition=Ready --timeout=60s");
        await ExecAsync(tool);
        await TerminalAsync(tool);
        await CopyAsync(tool);
        await AttachAsync(tool);
        await ForwardAsync(tool);
        await LogsAsync(tool);
        await VanishAsync(tool);
    }

    private async Task ExecAsync(string tool)
    {
        var ran = await Shell.TryAsync($"{tool} exec web -- sh -c 'echo out; echo err >&2; exit 7'");
        Assert.Equal((7, "out\n"), (ran.ExitCode, ran.Output));
        Assert.Contains("err\n", ran.Error, StringComparison.Ordinal);
        Assert.Contains("command terminated with exit code 7", ran.Error, StringComparison.Ordinal);
        await Shell.RunAsync($"f=$(mktemp); head -c 3000000 /dev/urandom > $f; {tool} exec -i web -- cat < $f | cmp - $f; e=$?; rm $f; exit $e");
        var missing = await Shell.TryAsync($"{tool} exec web -- no-such-program");
        Assert.InRange(missing.ExitCode, 126, 127);
        Assert.Contains("no-such-program", missing.Output + missing.Error, StringComparison.Ordinal);
    }

    private async Task TerminalAsync(string tool)
    {
        const string Sized = "until stty size | grep \"33 99\"; do sleep 0.1; done; exit 4";
        var ran = await Shell.TryAsync($"script -qec \"stty rows 33 cols 99; {tool} exec -it web -- sh -c '{Sized.Replace("\"", "\\\"", StringComparison.Ordinal)}'\" /dev/null");
        Assert.Equal(4, ran.ExitCode);
        Assert.Contains("33 99", ran.Output, StringComparison.Ordinal);
    }

    private async Task CopyAsync(string tool)
    {
        var folder = (await Shell.RunAsync("mktemp -d")).Text;
        await Shell.RunAsync($"mkdir {folder}/d; seq 1 200000 > {folder}/d/a; echo b > {folder}/d/b");
        await Shell.RunAsync($"{tool} cp {folder}/d web:/tmp/d");
        await Shell.RunAsync($"{tool} cp web:/tmp/d {folder}/back");
        await Shell.RunAsync($"diff -r {folder}/d {folder}/back && rm -r {folder}");
    }

    private async Task AttachAsync(string tool) =>
        Assert.Contains("got one\n", (await Shell.RunAsync($"(echo one; sleep 1) | {tool} attach -i talk")).Output, StringComparison.Ordinal);

    private async Task ForwardAsync(string tool)
    {
        using var forward = Shell.Start($"exec {tool} port-forward web :8080");
        try
        {
            var line = await forward.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? await forward.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var port = ForwardedPort().Match(line).Groups[1].Value;
            using var http = new HttpClient();
            var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => http.GetStringAsync($"http://127.0.0.1:{port}/f")));
            Assert.All(answers, a => Assert.Equal(60_000, a.Count(c => c == '\n')));
        }
        finally
        {
            forward.Kill();
        }
    }

    private async Task LogsAsync(string tool)
    {
        Assert.Equal("ready to serve\n", (await Shell.RunAsync($"{tool} logs web --since=1h")).Output);
        Assert.Matches("^20.*Z ready to serve\n$", (await Shell.RunAsync($"{tool} logs web --tail=1 --timestamps")).Output);
        Assert.Equal("ready", (await Shell.RunAsync($"{tool} logs web --limit-bytes=5")).Output);
        Assert.Equal("", (await Shell.RunAsync($"{tool} logs web --tail=0")).Output);
        var followed = await Shell.TryAsync($"timeout 2 {tool} logs talk -f");
        Assert.Contains("got one\n", followed.Output, StringComparison.Ordinal);
    }

    private async Task VanishAsync(string tool)
    {
        // A number nobody else sleeps for: the command is looked for among all of the machine's.
        var seconds = 100_000 + Environment.ProcessId;
        using var command = Shell.Start($"exec {tool} exec web -- sleep {seconds}");
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(20), async () => (await Shell.TryAsync($"pgrep -fx 'sleep {seconds}'")).ExitCode == 0 ? null : "has not started");
        command.Kill();
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(20), async () => (await Shell.TryAsync($"pgrep -fx 'sleep {seconds}'")).ExitCode != 0 ? null : "runs on");
    }

    [GeneratedRegex(@"Forwarding from [^ ]*:(\d+) -> 8080")]
    private static partial Regex ForwardedPort();
}
