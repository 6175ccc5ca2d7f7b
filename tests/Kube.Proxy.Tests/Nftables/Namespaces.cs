using System.Globalization;
using Kube.Proxy.Machine;

namespace Kube.Proxy.Tests.Nftables;

/// <summary>
/// A machine, two pods on two subnets and a client outside, each a network namespace of its own: real packets through real rules, without touching the network
/// of the machine the tests run on. Every pod answers HTTP on port 8080 with its name and the address it sees.
/// </summary>
public sealed class Namespaces : IAsyncLifetime
{
    private readonly string _prefix = "kp" + Guid.NewGuid().ToString("n")[..6];
    private readonly ChildProcess _command = new();
    private readonly List<System.Diagnostics.Process> _servers = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("kube-proxy-").FullName;

    /// <summary>Why the tests cannot run here; null where they can.</summary>
    public string? Skip { get; } =
        Environment.UserName != "root" ? "needs root for network namespaces"
        : !File.Exists("/usr/sbin/nft") ? "needs nft (Debian package nftables)"
        : !File.Exists("/bin/busybox") && !File.Exists("/usr/bin/busybox") ? "needs busybox (Debian package busybox-static)"
        : null;

    internal ICommand Machine => new Inside(_command, Name("m"));

    public async ValueTask InitializeAsync()
    {
        if (Skip is not null)
        {
            return;
        }

        await RunAsync("ip", "netns", "add", Name("m"));
        await RunAsync("ip", "-n", Name("m"), "link", "set", "lo", "up");
        await ConnectAsync("a", "10.244.1.1", "10.244.1.2");
        await ConnectAsync("b", "10.244.2.1", "10.244.2.2");
        await ConnectAsync("c", "198.51.100.1", "198.51.100.2");

        // Service addresses are nobody's: any route will do, as the rules rewrite the target before the packet leaves.
        await RunAsync("ip", "-n", Name("m"), "route", "add", "default", "via", "198.51.100.2");
        foreach (var setting in (string[])["net.ipv4.ip_forward=1", "net.ipv4.conf.all.route_localnet=1"])
        {
            await RunAsync("ip", "netns", "exec", Name("m"), "sysctl", "-qw", setting);
        }

        Serve("a");
        Serve("b");
        await WaitForAsync("m", "http://10.244.1.2:8080/");
        await WaitForAsync("m", "http://10.244.2.2:8080/");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            server.Dispose();
        }

        foreach (var name in (string[])["m", "a", "b", "c"])
        {
            await _command.RunAsync("ip", ["netns", "delete", Name(name)], null, default);
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>What an HTTP server says to somebody: "NAME ADDRESS", or "refused", or "timeout".</summary>
    public async Task<string> GetAsync(string from, string url)
    {
        var uri = new Uri(url);
        string[] nc = ["netns", "exec", Name(from), "busybox", "nc", "-w", "2", uri.Host, uri.Port.ToString(CultureInfo.InvariantCulture)];
        var result = await _command.RunAsync("ip", nc, "GET /cgi-bin/who HTTP/1.0\r\n\r\n", default);
        return result.Output.Length > 0 ? result.Output.Split('\n')[^1]
            : result.Error.Contains("refused", StringComparison.Ordinal) ? "refused"
            : "timeout " + result.Error;
    }

    private string Name(string name) => $"{_prefix}-{name}";

    private async Task ConnectAsync(string name, string gateway, string address)
    {
        var (outer, inner) = ($"{_prefix}{name}", "eth0");
        await RunAsync("ip", "netns", "add", Name(name));
        await RunAsync("ip", "-n", Name("m"), "link", "add", outer, "type", "veth", "peer", "name", inner, "netns", Name(name));
        await RunAsync("ip", "-n", Name("m"), "addr", "add", gateway + "/24", "dev", outer);
        await RunAsync("ip", "-n", Name("m"), "link", "set", outer, "up");
        await RunAsync("ip", "-n", Name(name), "addr", "add", address + "/24", "dev", inner);
        await RunAsync("ip", "-n", Name(name), "link", "set", inner, "up");
        await RunAsync("ip", "-n", Name(name), "link", "set", "lo", "up");
        await RunAsync("ip", "-n", Name(name), "route", "add", "default", "via", gateway);
    }

    private void Serve(string name)
    {
        var folder = Path.Combine(_folder, name, "cgi-bin");
        Directory.CreateDirectory(folder);
        var script = Path.Combine(folder, "who");
        File.WriteAllText(script, $"#!/bin/sh\nprintf 'Content-Type: text/plain\\r\\n\\r\\n{name} %s' \"$REMOTE_ADDR\"\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _servers.Add(System.Diagnostics.Process.Start("ip",
            ["netns", "exec", Name(name), "busybox", "httpd", "-f", "-p", "0.0.0.0:8080", "-h", Path.Combine(_folder, name)]));
    }

    private async Task WaitForAsync(string from, string url)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            if (await GetAsync(from, url) is ['a' or 'b', ' ', ..])
            {
                return;
            }
        }

        throw new TimeoutException($"no server at {url}");
    }

    private async Task RunAsync(string program, params string[] args)
    {
        var result = await _command.RunAsync(program, args, null, default);
        Assert.True(result.Succeeded, $"{program} {string.Join(' ', args)}: {result.Error}");
    }

    private sealed class Inside(ICommand command, string name) : ICommand
    {
        public Task<CommandResult> RunAsync(string program, IReadOnlyList<string> args, string? input, CancellationToken ct) =>
            command.RunAsync("ip", ["netns", "exec", name, program, .. args], input, ct);
    }
}
