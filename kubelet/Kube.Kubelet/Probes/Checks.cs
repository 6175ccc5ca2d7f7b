using System.Net.Sockets;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Probes;

/// <summary>Runs what probes and lifecycle hooks ask for: a command in the container, an HTTP request or a TCP connection to it, or a pause.</summary>
internal sealed class Checks : IChecks
{
    private readonly IContainerRuntime _runtime;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    public Checks(IContainerRuntime runtime, TimeProvider time)
    {
        _runtime = runtime;
        _time = time;
#pragma warning disable CA5359 // As in Kubernetes, a probe asks whether the container answers, not who it is.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.Zero,
            SslOptions = new() { RemoteCertificateValidationCallback = (_, _, _, _) => true },
        };
#pragma warning restore CA5359
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public void Dispose() => _http.Dispose();

    /// <inheritdoc/>
    public async Task<ProbeOutcome> ProbeAsync(CheckTarget target, Probe probe, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(Math.Max(probe.TimeoutSeconds ?? 1, 1)), _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            return await RunAsync(target, probe.Exec, probe.HttpGet, probe.TcpSocket, both.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new ProbeOutcome(false, $"timed out after {probe.TimeoutSeconds ?? 1}s");
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or FormatException or ArgumentException)
        {
            // A header or host that cannot be sent, a connection cut in the middle: the probe has failed, its loop has not.
            return new ProbeOutcome(false, e.Message);
        }
    }

    /// <inheritdoc/>
    public async Task<ProbeOutcome> HookAsync(CheckTarget target, LifecycleHandler hook, CancellationToken ct)
    {
        if (hook.Sleep is { Seconds: { } seconds })
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), _time, ct);
            return ProbeOutcome.Passed;
        }

        return await RunAsync(target, hook.Exec, hook.HttpGet, hook.TcpSocket, ct);
    }

    private Task<ProbeOutcome> RunAsync(CheckTarget target, ExecAction? exec, HTTPGetAction? http, TCPSocketAction? tcp, CancellationToken ct) =>
        exec is not null ? ExecAsync(target, exec, ct)
        : http is not null ? HttpAsync(target, http, ct)
        : tcp is not null ? TcpAsync(target, tcp, ct)
        : Task.FromResult(ProbeOutcome.Passed);

    private async Task<ProbeOutcome> ExecAsync(CheckTarget target, ExecAction exec, CancellationToken ct)
    {
        try
        {
            var result = await _runtime.ExecAsync(target.ContainerId, exec.Command ?? [], ct);
            return new ProbeOutcome(result.ExitCode == 0, result.ExitCode == 0 ? "" : result.Output.Length > 0 ? result.Output : $"command exited with {result.ExitCode}");
        }
        catch (Exception e) when (e is RuntimeException or IOException or HttpRequestException)
        {
            return new ProbeOutcome(false, e.Message);
        }
    }

    private async Task<ProbeOutcome> HttpAsync(CheckTarget target, HTTPGetAction action, CancellationToken ct)
    {
        if (PortNumber(target.Spec, action.Port) is not { } port)
        {
            return new ProbeOutcome(false, $"unknown port {action.Port}");
        }

        var scheme = (action.Scheme ?? "HTTP").ToLowerInvariant();
        var host = string.IsNullOrEmpty(action.Host) ? target.Address : action.Host;
        var path = action.Path is { Length: > 0 } p ? (p[0] == '/' ? p : "/" + p) : "/";
        if (!Uri.TryCreate($"{scheme}://{host}:{port}{path}", UriKind.Absolute, out var uri))
        {
            return new ProbeOutcome(false, $"not a URL: {scheme}://{host}:{port}{path}");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.TryAddWithoutValidation("User-Agent", "kube-probe/1.36");
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        request.Headers.ConnectionClose = true;
        foreach (var header in action.HttpHeaders ?? [])
        {
            request.Headers.Remove(header.Name!);
            request.Headers.TryAddWithoutValidation(header.Name!, header.Value);
        }

        return await SendAsync(request, uri, ct);
    }

    private async Task<ProbeOutcome> SendAsync(HttpRequestMessage request, Uri uri, CancellationToken ct)
    {
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            var code = (int)response.StatusCode;
            return code is >= 200 and < 400 ? ProbeOutcome.Passed : new ProbeOutcome(false, $"HTTP probe failed with statuscode: {code}");
        }
        catch (HttpRequestException e)
        {
            return new ProbeOutcome(false, $"Get \"{uri}\": {e.Message}");
        }
    }

    private static async Task<ProbeOutcome> TcpAsync(CheckTarget target, TCPSocketAction action, CancellationToken ct)
    {
        if (PortNumber(target.Spec, action.Port) is not { } port)
        {
            return new ProbeOutcome(false, $"unknown port {action.Port}");
        }

        var host = string.IsNullOrEmpty(action.Host) ? target.Address : action.Host;
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, ct);
            return ProbeOutcome.Passed;
        }
        catch (SocketException e)
        {
            return new ProbeOutcome(false, $"dial tcp {host}:{port}: {e.Message}");
        }
    }

    private static int? PortNumber(Container spec, IntOrString? port) => port switch
    {
        { IsString: false } number => number.Int,
        { IsString: true } name when int.TryParse(name.String, out var parsed) => parsed,
        { IsString: true } name => spec.Ports?.FirstOrDefault(p => p.Name == name.String)?.Port,
        _ => null,
    };
}
